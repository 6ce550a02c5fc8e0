//! The engine in its web worker.

fn main() {
    #[cfg(target_arch = "wasm32")]
    galley::wire::host::run();
}
