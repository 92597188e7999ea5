# SPDX-License-Identifier: EPL-2.0
# Finds a JDK that is new enough. Sourced by mvnw, modelward and tests/run.

jdk_oldest=21

# The feature number in a version string: 21 of 21.0.3, 8 of 1.8.0_402, 26 of 26-ea, nothing of what is no version.
jdk_feature() (
  version=${1#1.}
  printf '%s\n' "${version%%[!0-9]*}"
)

# The version that the JDK in folder $1 states of itself; fails where no whole JDK is.
jdk_version() (
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || exit 1
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(.*\)".*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p'
  fi
)

# Whether folder $1 holds a JDK that is new enough.
jdk_is_enough() (
  version=$(jdk_version "$1") || exit 1
  feature=$(jdk_feature "$version")
  [ "${feature:-0}" -ge "$jdk_oldest" ]
)

# The home of the java on the PATH, through links and stubs; nothing where there is none.
jdk_on_path() (
  java=$(command -v java) || exit 0
  home=$(dirname "$(dirname "$(readlink -f "$java")")")
  [ -r "$home/release" ] || home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
  printf '%s\n' "$home"
)

# The folder with the newest JDK of those given, when it is new enough.
jdk_newest() (
  best=0
  for folder; do
    version=$(jdk_version "$folder") || continue
    feature=$(jdk_feature "$version")
    [ "${feature:-0}" -gt "$best" ] && best=$feature && home=$folder
  done
  [ "$best" -ge "$jdk_oldest" ] && printf '%s\n' "$home"
)

# What to do when there is no JDK.
jdk_advice() {
  cat >&2 <<END
ModelWard needs a JDK $jdk_oldest or newer.
  JAVA_HOME    ${JAVA_HOME:-not set}${JAVA_HOME:+ (version $(jdk_version "$JAVA_HOME" || echo unknown: no JDK is there))}
  on the PATH  $(command -v java || echo no java)$(command -v java >/dev/null && echo " (version $(jdk_version "$(jdk_on_path)" || echo unknown: no JDK))")
  elsewhere    none in /usr/lib/jvm, /opt, /usr/local, ~/.sdkman, ~/.jdks, /Library/Java
Install one (Debian 13, Ubuntu: the package openjdk-21-jdk; everywhere: unpack Temurin 21 or newer into /opt),
or set JAVA_HOME to the folder of one.
END
}

# Prints the home of the JDK to use: JAVA_HOME, else the PATH's, else the newest of the usual folders.
jdk_home() (
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
    jdk_is_enough "$home" && printf '%s\n' "$home" && exit 0
  done
  jdk_newest /usr/lib/jvm/* /opt/* /opt/java/* /usr/java/* /usr/local/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home && exit 0
  jdk_advice
  exit 1
)
