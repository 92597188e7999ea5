# SPDX-License-Identifier: EPL-2.0
# Opens the workbench of a clone. Sourced by modelward, after build.sh and display.sh.

workbench_module=releng/dev.modelward.ide

workbench_usage() {
  echo "Usage: modelward ide [WORKSPACE] [MODEL.onnx]"
  echo "Opens the workbench on a folder (~/ModelWard) and a model (a sample made for it)."
}

# An absolute form of path $1.
absolute() {
  case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac
}

# The path of the model that the user named as $1.
workbench_model() {
  [ -f "$1" ] || { echo "modelward: expected a model in $1, found none" >&2 && exit 2; }
  absolute "$1"
}

# Makes sure of a sample model in file $1, and prints that path.
workbench_sample() {
  [ -f "$1" ] || (command_line sample "$1" >/dev/null)
  echo "$1"
}

# Where the build has put the workbench for this machine.
workbench_folder() {
  case $(uname -s) in Darwin) system=macosx/cocoa ;; *) system=linux/gtk ;; esac
  case $(uname -m) in arm64 | aarch64) arch=aarch64 ;; *) arch=x86_64 ;; esac
  echo "$root/$workbench_module/target/products/dev.modelward.ide/$system/$arch"
}

# Makes sure that a window can be opened.
workbench_display() {
  display_is_there || {
    echo "modelward: expected a display (DISPLAY or WAYLAND_DISPLAY), found none." >&2
    echo "Run it on a desktop, by ssh -X, or under a virtual one: xvfb-run modelward ide" >&2
    exit 4
  }
  display_install "the workbench"
}

# Runs the workbench on workspace $1 with model $2 open.
workbench_run() {
  launcher=$(find "$(workbench_folder)" -path '*/plugins/org.eclipse.equinox.launcher_*.jar' | head -n 1)
  [ -n "$launcher" ] || { echo "modelward: no workbench for this machine in $(workbench_folder)" >&2 && exit 4; }
  mac=
  [ "$(uname -s)" != Darwin ] || mac=-XstartOnFirstThread
  exec "$JAVA_HOME/bin/java" $mac --enable-native-access=ALL-UNNAMED -Dmodelward.open="$2" -jar "$launcher" \
    -nosplash -data "$1"
}

# The verb `ide`.
workbench() {
  workspace=
  model=
  for argument; do
    case $argument in
      -*) workbench_usage && exit 0 ;;
      *.onnx) model=$(workbench_model "$argument") ;;
      *) workspace=$(absolute "$argument") ;;
    esac
  done
  workbench_display
  build_fresh "$workbench_module" "$command_line_module"
  workspace=${workspace:-$HOME/ModelWard}
  mkdir -p "$workspace"
  model=${model:-$(workbench_sample "$workspace/sample.onnx")}
  workbench_run "$workspace" "$model"
}
