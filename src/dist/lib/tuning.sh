# Read by the launchers: sets `tuning`, the options for Java that depend on what it is started for.
# $lib is this folder, $jar the program, and the arguments are those of the command line.

# What is over soon: little to do since this very program built here (another one's store is made anew), or little to read.
soon() {
  [ "${1:-}" = build ] || return 1
  shift
  last=.backfile/last-build.table
  # not every find knows when a file came here; when it was made tells nearly as much
  built=$(find "$last" -newermc "$jar" 2>/dev/null || find "$last" -newer "$jar" 2>/dev/null) || true
  [ -z "$built" ] || return 0
  # every argument counts that is the name of something: one of them may be what is to be read
  size=$(du -skHc -- articles "$@" 2>/dev/null | tail -n 1 | cut -f1)
  [ "${size:-98304}" -lt 98304 ]
}

tuning=
if soon "$@"; then
  tuning=@$lib/java.quick.options
elif [ "$(uname)" = Linux ]; then
  tuning=-XX:+UseTransparentHugePages # memory that is touched for the first time comes in pieces of 2 MB
fi
