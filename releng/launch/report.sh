# SPDX-License-Identifier: EPL-2.0
# Sums up what a test run has left: reports of Surefire and the log of Maven. Sourced by tests/run.

# The names of the test modules in folder $1: those named so, and those that hold a test.
report_folders() (
  cd "$1" || exit
  for module in *; do
    case $module in *.tests) echo "$module" && continue ;; esac
    [ -z "$(find "$module" -name '*Test.java' | head -n 1)" ] || echo "$module"
  done
)

# One line a module folder: name, passed, failed (errors too), skipped, seconds; all 0 where no report is.
report_modules() (
  for module; do
    set -- "$module"/target/surefire-reports/TEST-*.xml
    [ -e "$1" ] || set -- /dev/null
    awk -v name="$(basename "$module")" '
      function number(key, from) {
        from = index($0, " " key "=\"")
        if (!from) return 0
        text = substr($0, from + length(key) + 3)
        text = substr(text, 1, index(text, "\"") - 1)
        gsub(",", "", text)
        return text + 0
      }
      BEGIN { RS = ">" }
      FNR == 1 { seen = 0 }
      /<testsuite[ \n]/ && !seen {
        seen = 1
        gsub("\n", " ")
        skip = number("skipped"); fail = number("failures") + number("errors")
        passed += number("tests") - fail - skip; failed += fail; skipped += skip; time += number("time")
      }
      END { printf "%s %d %d %d %.1f\n", name, passed, failed, skipped, time }' "$@"
  done
)

# The table a person reads, of the lines of report_modules.
report_table() {
  awk '
    BEGIN { printf "%-40s %8s %8s %8s %10s\n", "tests", "passed", "failed", "skipped", "seconds" }
    { printf "%-40s %8d %8d %8d %10.1f\n", $1, $2, $3, $4, $5 }'
}

# The closing line, of the lines of report_modules.
report_total() {
  awk '{ p += $2; f += $3; s += $4 } END { printf "%d passed, %d failed, %d skipped\n", p, f, s }'
}

# The modules that ran no test, of the lines of report_modules; a module that may skip all of its tests is $1.
report_unexecuted() {
  awk -v may_skip="${1:-}" '$2 + $3 == 0 && !($1 == may_skip && $4 > 0) { print $1 }'
}

# The time of each part of the build, from the reactor summary in Maven log $1.
report_times() {
  awk '
    /Reactor Summary/ { summary = 1; printf "%-58s %-8s %12s\n", "part", "result", "time" }
    /BUILD (SUCCESS|FAILURE)/ { summary = 0 }
    summary && match($0, /(SUCCESS|FAILURE|SKIPPED)/) {
      result = substr($0, RSTART, RLENGTH)
      name = substr($0, 8, RSTART - 8)
      sub(/ [. ]*$/, "", name)
      time = match($0, /\[[^]]*\]$/) ? substr($0, RSTART + 1, RLENGTH - 2) : "-"
      sub(/^ +/, "", time)
      printf "%-58s %-8s %12s\n", name, result, time
    }
    /Total time:/ { sub(/.*Total time: */, ""); printf "%-67s %12s\n", "all", $0 }' "$1"
}
