# For the commands beside it, which source it: finds the JDK and Maven, and stands in the project's folder.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
command -v "$java" >/dev/null && command -v "${java}c" >/dev/null \
    || fail "No JDK found. Pinplan needs a JDK 17 or newer: put it on PATH or set JAVA_HOME."
java_version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
[ "${java_version%%.*}" -ge 17 ] \
    || fail "This is Java $java_version ($(command -v "$java")). Pinplan needs a JDK 17 or newer: put it on PATH or set JAVA_HOME."

# An installed Maven that is new enough, in numbers of 1000: 3.8 is 3008.
installed_maven() {
    command -v mvn >/dev/null || return 1
    local version major minor
    version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    IFS=. read -r major minor _ <<<"${version:-0.0}"
    [ $((major * 1000 + minor)) -ge "$1" ]
}

maven() {
    if installed_maven 3008; then mvn "$@"; else wrapper "$@"; fi
}

# Brings Maven. It unpacks by unzip, of which it knows the sum; where there is none, the JDK does it.
wrapper() {
    if ! command -v unzip >/dev/null; then
        export unpacks="${java%java}jar"
        unzip() { (set +f && cd "${@: -1}" && "$unpacks" xf "${@: -3:1}" && chmod +x */bin/mvn); }
        export -f unzip
    fi
    bash ./mvnw "$@"
}
