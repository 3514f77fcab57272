# Sourced by the commands at the root: finds JDK 25 or newer and Maven, and installs Debian packages where it may.
# POSIX shell; sets JAVA_HOME.

fail() {
  printf 'truename: %s\n' "$*" >&2
  exit 1
}

# The feature release of the JDK in folder $1, or 0.
jdk_release() {
  release=0
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*)
          release=${line#JAVA_VERSION=\"}
          release=${release%%[!0-9]*}
          ;;
      esac
    done <"$1/release"
  fi
  printf '%s' "${release:-0}"
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(jdk_release "$candidate")" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  fail "no JDK 25 or newer found. Install one (Debian: apt-get install openjdk-25-jdk, or Temurin 25) under /usr/lib/jvm, or point JAVA_HOME at it."
}

# Installs the Debian packages named, if apt-get is here and may be used; says what it could not do.
install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    printf 'truename: please install: %s\n' "$*" >&2
    return 1
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      printf 'truename: please run: sudo apt-get install %s\n' "$*" >&2
      return 1
    fi
    as_root='sudo -n'
  fi
  printf 'truename: installing %s\n' "$*" >&2
  export DEBIAN_FRONTEND=noninteractive
  { $as_root apt-get -qq -o DPkg::Lock::Timeout=300 update && $as_root apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"; } >&2
}

# $1 the command, $2 the Debian package that has it; appends the package to $missing.
want() {
  PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1 || missing="${missing:-} $2"
}

find_maven() {
  command -v mvn >/dev/null 2>&1 || install_packages maven || fail "Maven is needed to build."
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  export MAVEN_OPTS
}
