# Shared by the scripts. Source it from the repository's root.
export GALLEY_TOOLS="${GALLEY_TOOLS:-$PWD/.tools}" # where setup keeps the build tools; point it elsewhere to share them
export PATH="$PWD/node_modules/.bin:$GALLEY_TOOLS/bin:$PATH"

say() { printf '\033[1m%s\033[0m\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# step NAME COMMAND…: runs it quietly; tells how long it takes while it runs, and shows its output if it fails.
step() {
  local name=$1 log start now next=15
  shift
  log=$(mktemp)
  start=$SECONDS
  printf '  %s … ' "$name"
  "$@" >"$log" 2>&1 </dev/null &
  local job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep 0.2
    now=$((SECONDS - start))
    if ((now >= next)); then
      printf '\n    %ss: %s' "$now" "$(tail -n 1 "$log" | tr -d '\r' | cut -c 1-90)"
      next=$((now + 15))
    fi
  done
  if wait "$job"; then
    printf 'done (%ss)\n' "$((SECONDS - start))"
    rm -f "$log"
  else
    printf 'failed\n'
    tail -n 60 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# Panic messages name the sources of packages and of the standard library: no path of this machine goes with them. The flags
# stand beside those of .cargo/config.toml; they are the same for every checkout on a machine, so that what is compiled is kept.
without_machine_paths() {
  local home="${CARGO_HOME:-$HOME/.cargo}" folder
  local flags="--remap-path-prefix=$home/= --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust/="
  for folder in "$home"/registry/src/*/; do
    flags+=" --remap-path-prefix=$folder="
  done
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags"
}

# The browser that the tests drive: $CHROMIUM, or the first one found.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}
