"""What a shell asks the program itself, of the dossier that the line names: functions of its completions.

Words in capitals are filled in by `tools/completions.py`.
"""

PREAMBLE = {
    "bash": r"""
# What a command says of the dossier and the layer that the line names, a path being as it was typed.
_caucasus_tui_say() {
  local -a given=()
  local index word
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    case $word in
      --since-then | --no-since-then) given+=("$word") ;;
      --dossier | --dossier=*)
        [[ $word == *=* ]] && word=${word#*=} || word=${COMP_WORDS[index + 1]}
        [[ $word == "~/"* ]] && word=$HOME${word#"~"}
        given+=(--dossier "$(xargs printf %s <<<"$word" 2>/dev/null)") ;;
    esac
  done
  "${COMP_WORDS[0]}" "${given[@]}" "$@" 2>/dev/null
}

_caucasus_tui_addresses() {
  compgen -W "$(_caucasus_tui_say list --refs)" -- "$1"
}

# In place of a command an address may stand: from its first colon on.
_caucasus_tui_place() {
  local index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case ${COMP_WORDS[index]} in
      VALUED) index=$((index + 1)) ;;
      -*) ;;
      *) return ;;
    esac
  done
  [[ $1 != *:* ]] || COMPREPLY=($(_caucasus_tui_addresses "$1"))
}

_caucasus_tui_actors() {
  local actors
  actors="$(_caucasus_tui_say list --refs actor)"
  compgen -W "${actors//actor:/}" -- "$1"
}

_caucasus_tui_sources() {
  local sources
  sources="$(_caucasus_tui_say --since-then list --refs source)"
  compgen -W "${sources//source:/}" -- "$1"
}

# Of the sources that the line names.
_caucasus_tui_paragraphs() {
  local ref found=
  for ref in $(_caucasus_tui_say --since-then list --refs paragraph); do
    [[ " ${COMP_WORDS[*]} " != *" ${ref%%:*} "* ]] || found+=" ${ref#*:}"
  done
  compgen -W "$found" -- "$1"
}

_caucasus_tui_questions() {
  compgen -W "$(_caucasus_tui_say ask | LETTERS)" -- "$1"
}

_caucasus_tui_dossiers() {
  compgen -W "bundled $("${COMP_WORDS[0]}" config 2>/dev/null | NAMES)" -- "$1"
  compgen -d -- "$1"
}

# Addresses have colons, at which bash breaks words: join these again, and answer with what follows the last one. At the
# equals sign of an option bash breaks too: what follows is its value.
_caucasus_tui() {
  local -a words=()
  local index word count=0 current=$COMP_CWORD
  for ((index = 0; index < ${#COMP_WORDS[@]}; index++)); do
    word=${COMP_WORDS[index]}
    if ((count > 1)) && [[ $word == = && ${words[count - 1]} == --* ]]; then
      ((index == COMP_CWORD)) || continue
      word=
    fi
    if ((count > 1)) && [[ $word == :* || ${words[count - 1]} == *: ]]; then
      words[count - 1]+=$word
    else
      words[count]=$word
      count=$((count + 1))
    fi
    ((index == COMP_CWORD)) && current=$((count - 1))
  done
  local -a COMP_WORDS=("${words[@]}")
  local COMP_CWORD=$current
  _shtab_caucasus_tui
  word=${words[current]}
  _caucasus_tui_place "$word"
  if [[ $word == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*:}"}"}")
  fi
}
""",
    "zsh": r"""
# After a command zsh hides what stands before it, so the line is read anew.
_caucasus_tui_say() {
  local -a line=(${(z)LBUFFER}) given
  local index word
  for ((index = 2; index <= $#line; index++)); do
    word=${(Q)line[index]}
    case $word in
      (--since-then|--no-since-then) given+=($word) ;;
      (--dossier) given+=(--dossier ${(Q)${line[index + 1]/#\~\//$HOME/}}) ;;
      (--dossier=*) given+=(--dossier ${${word#*=}/#\~\//$HOME/}) ;;
    esac
  done
  ${(Q)line[(R)*caucasus-tui]} $given $@ 2>/dev/null
}

_caucasus_tui_addresses() {
  local -a found=(${(f)"$(_caucasus_tui_say list --refs)"})
  compadd -a found
}

_caucasus_tui_actors() {
  local -a found=(${${(f)"$(_caucasus_tui_say list --refs actor)"}#actor:})
  compadd -a found
}

_caucasus_tui_sources() {
  local -a found=(${${(f)"$(_caucasus_tui_say --since-then list --refs source)"}#source:})
  compadd -a found
}

# Of the sources that the line names.
_caucasus_tui_paragraphs() {
  local -a line=(${(z)LBUFFER}) found
  local ref
  for ref in ${(f)"$(_caucasus_tui_say --since-then list --refs paragraph)"}; do
    ((line[(Ie)${ref%%:*}])) && found+=(${ref#*:})
  done
  compadd -a found
}

_caucasus_tui_questions() {
  local -a found=(${(f)"$(_caucasus_tui_say ask | LETTERS)"})
  compadd -a found
}

_caucasus_tui_dossiers() {
  local -a line=(${(z)LBUFFER})
  local -a found=(bundled ${(f)"$(${(Q)line[(R)*caucasus-tui]} config 2>/dev/null | NAMES)"})
  compadd -a found
  _files -/
}
""",
    "fish": r"""
function _caucasus_tui_say
  set -l tokens (commandline -opc)
  set -l given (string match -r -- '^--(?:no-)?since-then$' $tokens)
  set -l dossier (string match -rg -- '^--dossier=(.*)' $tokens)
  if set -l index (contains -i -- --dossier $tokens)
    set dossier $tokens[(math $index + 1)]
  end
  if set -q dossier[1]
    set -a given --dossier (string replace -r '^~/' "$HOME/" -- $dossier[-1])
  end
  $tokens[1] $given $argv 2>/dev/null
end

function _caucasus_tui_addresses
  _caucasus_tui_say list --refs $argv
end

function _caucasus_tui_actors
  _caucasus_tui_addresses actor | string replace 'actor:' ''
end

function _caucasus_tui_sources
  _caucasus_tui_say --since-then list --refs source | string replace 'source:' ''
end

# Of the sources that the line names.
function _caucasus_tui_paragraphs
  set -l tokens (commandline -opc)
  for ref in (_caucasus_tui_say --since-then list --refs paragraph)
    set -l parts (string split -m 1 : $ref)
    contains -- $parts[1] $tokens; and echo $parts[2]
  end
end

function _caucasus_tui_questions
  _caucasus_tui_say ask | LETTERS
end

function _caucasus_tui_dossiers
  set -l tokens (commandline -opc)
  echo bundled
  $tokens[1] config 2>/dev/null | NAMES
  __fish_complete_directories (_caucasus_tui_value)
end

# What is being typed, without the option that it is the value of.
function _caucasus_tui_value
  commandline -ct | string replace -r '^--[^=]*=' ''
end
""",
}
