//! A person's own rules in their web worker: what they find beside the engine, and the window in which they are kept.

fn main() {
    #[cfg(target_arch = "wasm32")]
    galley::wire::house::host::run();
}
