# Sourced by the other scripts: install_packages NAME... through apt-get, with sudo where the user is not root.

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
  fi
  if ! command -v apt-get >/dev/null; then
    echo "This system has no apt-get. Install by its own means what Debian calls: $*" >&2
    return 3
  fi
  echo "Installing Debian packages: $*"
  local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends)
  # Package lists may be missing or old; they are fetched only if the first try fails.
  "${as_root[@]}" "${quiet[@]}" install "$@" </dev/null >/dev/null 2>&1 && return
  "${as_root[@]}" apt-get -qq update </dev/null
  "${as_root[@]}" "${quiet[@]}" install "$@" </dev/null >/dev/null
}
