# Completion of osawatch-cli: the words come from the program's own help.
_osawatch_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} words=() word help
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* ]] || words+=("$word")
    done
    if [[ ${#words[@]} -gt 1 && $current != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
    fi
    help=$(osawatch-cli "${words[@]}" --help 2>/dev/null) || return
    if [[ $current == -* ]]; then
        word=$(grep -oE -- '--[a-z][a-z-]*' <<<"$help" | sort -u)
    else
        word=$(sed -nE 's/^    ([a-z][a-z-]*) .*/\1/p' <<<"$help")
    fi
    mapfile -t COMPREPLY < <(compgen -W "$word" -- "$current")
    [[ ${#COMPREPLY[@]} -gt 0 ]] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -o filenames -F _osawatch_cli osawatch-cli
