#!/bin/sh
# What the tests need of Debian: a mail server, a browser, Japanese letters, what lays out and reads PDF, an office. Only what is missing is installed, and by root alone.
# No server is started or enabled by this.
set -eu

missing=
wants() {  # PACKAGE, what is left out without it, a test whether it is there
  if ! sh -c "$3" >/dev/null 2>&1; then
    missing="$missing $1"
    left_out="${left_out:-}
  without $1: $2"
  fi
}
wants dovecot-imapd "the tests against a real mail server" "command -v dovecot || test -x /usr/sbin/dovecot"
wants chromium "the tests that look at the report in a browser" "command -v chromium"
wants fonts-noto-cjk "the tests that look for Japanese letters in the browser" "fc-list :lang=ja | grep -q Noto || dpkg -s fonts-noto-cjk"
wants libpango-1.0-0 "the tests of the report on paper" "dpkg -s libpango-1.0-0"
wants libpangoft2-1.0-0 "the tests of the report on paper" "dpkg -s libpangoft2-1.0-0"
wants libharfbuzz-subset0 "the tests of the report on paper" "dpkg -s libharfbuzz-subset0"
wants poppler-utils "the tests that read the report on paper" "command -v pdftotext"
wants libreoffice-calc-nogui "the test that opens the workbook" "command -v soffice"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing:$missing. Installing them takes root and apt-get; left out are:$left_out"
  exit 0
fi

guard=/usr/sbin/policy-rc.d
if [ ! -e "$guard" ]; then
  # invoke-rc.d asks this file; 101 means: start nothing
  printf '#!/bin/sh\nexit 101\n' >"$guard"
  chmod 755 "$guard"
  trap 'rm -f "$guard"' EXIT
  trap 'exit 1' HUP INT TERM
fi
echo "Installing what the tests need:$missing"
apt-get -qq update </dev/null
# shellcheck disable=SC2086  # a list of names
DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $missing </dev/null >/dev/null
case "$missing" in
*dovecot*)  # Debian enables a server with its installation
  update-rc.d dovecot disable >/dev/null 2>&1 || true
  deb-systemd-helper disable dovecot.service dovecot.socket >/dev/null 2>&1 || true
  ;;
esac
