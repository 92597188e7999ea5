# SPDX-License-Identifier: EPL-2.0
# Builds modules when their sources have changed. Sourced by modelward and tests/run; needs $root.

# The first file below the given paths that is newer than stamp $1; what a build leaves behind does not count.
build_changed() (
  stamp=$1
  shift
  find "$@" -name target -prune -o \( -type f ! -name '.*' ! -name pom.tycho -o -type d -path '*/src*' \) -newer "$stamp" -print |
    head -n 1
)

# Whether module $1 was built, and nothing that it is made of has changed since.
build_is_fresh() (
  cd "$root" || exit
  [ -f "$1/target/built" ] || exit 1
  changed=$(build_changed "$1/target/built" pom.xml .mvn bundles features releng)
  [ -z "$changed" ]
)

# Stamps the modules that were built, as of the time when file $1 was touched, and removes that file.
build_stamp() (
  began=$1
  shift
  for module; do
    [ ! -d "$root/$module/target" ] || touch -r "$began" "$root/$module/target/built"
  done
  rm "$began"
)

# What Maven log $1 says of a failure: its errors without the advice that follows them, else its end.
build_errors() {
  if grep -q '^\[ERROR\]' "$1"; then
    grep '^\[ERROR\]' "$1" | grep -v '^.ERROR. *$\|^.ERROR. -> .Help\|^.ERROR. .Help\|full stack\|full debug\|more info\|After correcting\|mvn <args>\|valid id pattern' |
      head -n 100
  else
    tail -n 30 "$1"
  fi
}

# Builds modules, without their tests.
build_modules() (
  cd "$root" || exit
  log=$root/target/build.log
  mkdir -p "$root/target"
  echo "modelward: building (the first time takes a few minutes; log: $log)" >&2
  began=$(mktemp)
  # Tycho compiles the changed files only, which hides what the change broke in others
  rm -rf bundles/*/target/classes releng/*/target/classes
  if ./mvnw -B -DskipTests package -am -pl "$(echo "$*" | tr ' ' ,)" >"$log" 2>&1 </dev/null; then
    build_stamp "$began" "$@"
  else
    rm "$began"
    build_errors "$log" >&2
    echo "modelward: the build failed; its whole log: $log" >&2
    exit 4
  fi
)

# Makes sure that modules are built from the sources as they are.
build_fresh() (
  for module; do
    build_is_fresh "$module" || { build_modules "$@" || exit; exit 0; }
  done
)
