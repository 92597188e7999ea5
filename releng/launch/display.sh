# SPDX-License-Identifier: EPL-2.0
# What the workbench needs to be seen. Sourced by modelward and tests/run, after packages.sh.

# Whether windows go to the screen without X11's help, or a display is there already.
display_is_there() {
  [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Whether one of the files exists; an unmatched pattern stays a pattern, which names no file.
any_file() (
  for file; do [ -e "$file" ] && exit 0; done
  exit 1
)

# The Debian packages of what SWT needs on Linux and is missing.
display_missing() (
  [ "$(uname -s)" = Linux ] || exit 0
  any_file /usr/lib/*/libgtk-3.so.0 /usr/lib/libgtk-3.so.0 /usr/lib64/libgtk-3.so.0 || echo libgtk-3-0
  # GTK draws check marks and bullets with this one
  any_file /usr/lib/*/gdk-pixbuf-2.0/*/loaders/libpixbufloader-svg.so /usr/lib*/gdk-pixbuf-2.0/*/loaders/*svg.so || echo librsvg2-common
  # the JDK draws SVG icons with a part of AWT that wants it
  any_file /usr/lib/*/libXtst.so.6 /usr/lib/libXtst.so.6 /usr/lib64/libXtst.so.6 || echo libxtst6
  any_file /usr/share/icons/Adwaita/scalable /usr/share/icons/Adwaita/symbolic || echo adwaita-icon-theme-full
  command -v dbus-launch >/dev/null || echo dbus-x11
  any_file /usr/share/fonts/truetype/*/*.ttf /usr/share/fonts/*/*.[ot]tf "$HOME"/.fonts/* || echo fonts-dejavu-core
)

# Makes sure of what SWT needs, and of the packages named ($1 says what for).
display_install() (
  purpose=$1
  shift
  missing=$(display_missing)
  [ -z "$missing$*" ] || packages_install "$purpose" $missing "$@"
)

# Starts an X server on a free display; sets DISPLAY, and display_server for display_stop.
display_start() {
  display_number=$(mktemp)
  Xvfb -displayfd 3 -screen 0 2880x1800x24 -nolisten tcp -noreset 3>"$display_number" >/dev/null 2>&1 </dev/null &
  display_server=$!
  display_waited=0
  until [ -s "$display_number" ]; do
    if [ "$display_waited" -ge 100 ] || ! kill -0 "$display_server" 2>/dev/null; then
      echo "Xvfb gave no display within 10 seconds; to see why: Xvfb -displayfd 1 -screen 0 2880x1800x24" >&2
      return 1
    fi
    sleep 0.1
    display_waited=$((display_waited + 1))
  done
  DISPLAY=:$(cat "$display_number")
  rm "$display_number"
  export DISPLAY
}

# Stops the X server that display_start started, if it did.
display_stop() {
  [ -z "${display_server:-}" ] || kill "$display_server" 2>/dev/null || true
}
