# For scripts that time whole processes.

# Runs a command and prints the seconds it took; its standard output goes to a file, what it complains of is shown if it fails.
seconds() { # file for the output, command ...
    local begin end
    begin=$(date +%s.%N)
    "${@:2}" >"$1" 2>"$1.err" || {
        cat "$1" "$1.err" >&2
        return 1
    }
    end=$(date +%s.%N)
    awk -v begin="$begin" -v end="$end" 'BEGIN { printf "%.3f\n", end - begin }'
}

# Numbers as a JSON list.
list() {
    local IFS=,
    echo "[$*]"
}
