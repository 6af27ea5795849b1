# Sourced by the set-up scripts: puts packages of the distribution on the machine.

# need WHAT PACKAGE...: installs the packages as root, or says what to install and ends with 2.
need() {
  local what=$1
  shift
  if ! try_apt "$@"; then
    echo "$what is missing: install it (on Debian and Ubuntu: sudo apt-get install $*) and run this again" >&2
    exit 2
  fi
}

# try_apt PACKAGE...: installs the packages and succeeds, or changes nothing and fails.
try_apt() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    return 1
  fi
  echo "Installing $*"
  apt_get update && apt_get install --no-install-recommends "$@"
}

apt_get() {
  local log status=0
  log=$(mktemp)
  DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet=2 -o DPkg::Lock::Timeout=300 "$@" \
    </dev/null >"$log" 2>&1 || status=$?
  if [ "$status" != 0 ]; then tail -n 5 "$log" >&2; fi
  rm -f "$log"
  return "$status"
}
