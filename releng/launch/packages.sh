# SPDX-License-Identifier: EPL-2.0
# Debian packages: installed when that is possible, else named. Sourced by mvnw and display.sh.

# Makes sure of packages: $1 says what for, the others are their names.
packages_install() (
  purpose=$1
  shift
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "$purpose needs packages that are not installed; on a Debian family system: apt-get install $*" >&2
    exit 1
  fi
  echo "installing for $purpose: $*" >&2
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update >"$log" 2>&1 && apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
    rm "$log"
  else
    tail -n 20 "$log" >&2
    echo "apt-get could not install: $* (whole log: $log)" >&2
    exit 1
  fi
)
