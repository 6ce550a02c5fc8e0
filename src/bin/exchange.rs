//! The exchange formats in their web worker.

fn main() {
    #[cfg(target_arch = "wasm32")]
    galley::wire::errand::host::run();
}
