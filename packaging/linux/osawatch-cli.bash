# Completion of osawatch and osawatch-cli: the words come from the programs' own help.
# Loaded for osawatch-cli by its name, for osawatch by a link of that name.

_osawatch_words() { # ARGUMENTS...: what may stand here, by the help of the program
    local help
    help=$("${COMP_WORDS[0]}" "$@" --help 2>/dev/null) || return
    if [[ $current == -* ]]; then
        grep -oE -- '--[a-z][a-z-]*' <<<"$help" | sort -u
    else
        sed -nE 's/^    ([a-z][a-z-]*)( .*)?$/\1/p' <<<"$help"
    fi
}

_osawatch_value() { # OPTION: what it takes; fails for an option that takes nothing we know
    case $1 in
        --lang) mapfile -t COMPREPLY < <(compgen -W "en nl" -- "$current") ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W "light dark contrast" -- "$current") ;;
        --profile | --screenshot) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
        --passphrase-file) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
        --size | --text-size) COMPREPLY=() ;;
        *) return 1 ;;
    esac
}

_osawatch() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=() word skip=
    COMPREPLY=()
    if [[ $current == = ]]; then # --lang=: bash parts words at the sign
        current=
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    _osawatch_value "$before" && return
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
            --profile | --passphrase-file | --lang) skip=1 ;; # the next word is its value
            =) ;;
            -*) skip= ;;
            *) [[ -n $skip ]] || words+=("$word"); skip= ;;
        esac
    done
    if [[ $current != -* && (${COMP_WORDS[0]##*/} == osawatch || ${#words[@]} -gt 1) ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$(_osawatch_words "${words[@]}")" -- "$current")
    [[ ${#COMPREPLY[@]} -gt 0 ]] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -o filenames -F _osawatch osawatch-cli osawatch
