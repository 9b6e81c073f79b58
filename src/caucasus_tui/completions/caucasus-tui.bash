# Made by tools/completions.py from the command line itself; 'make completions' makes it anew.

_shtab_caucasus_tui_subparsers=(brief ask show compare search list check new add draft import rename changes upgrade schema keys config completion timeline leverage terms recommendations why tracks outlook actors names sources ledger disputes)

_shtab_caucasus_tui_brief_option_strings=(-h --help --for --with --minutes --section --map --format -o --output --force --width --dossier)
_shtab_caucasus_tui_ask_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_show_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_compare_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_search_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_list_option_strings=(-h --help --refs --csv --json --dossier)
_shtab_caucasus_tui_check_option_strings=(-h --help --original --strict --json --dossier)
_shtab_caucasus_tui_new_option_strings=(-h --help --from --cite --key --id --dossier)
_shtab_caucasus_tui_add_option_strings=(-h --help --cite --key --id --dry-run --dossier)
_shtab_caucasus_tui_draft_option_strings=(-h --help -o --in-place --dry-run --dossier)
_shtab_caucasus_tui_import_option_strings=(-h --help --dry-run --dossier)
_shtab_caucasus_tui_rename_option_strings=(-h --help --dry-run --dossier)
_shtab_caucasus_tui_changes_option_strings=(-h --help --json --dossier)
_shtab_caucasus_tui_upgrade_option_strings=(-h --help --dry-run --dossier)
_shtab_caucasus_tui_schema_option_strings=(-h --help --out --dossier)
_shtab_caucasus_tui_keys_option_strings=(-h --help --ids --dossier)
_shtab_caucasus_tui_config_option_strings=(-h --help --path --dossier)
_shtab_caucasus_tui_completion_option_strings=(-h --help --dossier)
_shtab_caucasus_tui_timeline_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_leverage_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_terms_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_recommendations_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_why_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_tracks_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_outlook_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_actors_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_names_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_sources_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_ledger_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_disputes_option_strings=(-h --help --width --json --dossier)
_shtab_caucasus_tui_option_strings=(-h --help --version --dossier --theme --mouse --no-mouse --ascii --no-ascii --low-bandwidth --no-low-bandwidth --since-then --no-since-then --resume --no-resume --memory --no-memory --watch --no-watch --cache --today --max-file --kiosk --reset-terminal)

_shtab_caucasus_tui_brief___for_COMPGEN=_caucasus_tui_actors
_shtab_caucasus_tui_brief___with_COMPGEN=_caucasus_tui_actors
_shtab_caucasus_tui_brief__o_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_brief___output_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_brief___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_ask_pos_0_COMPGEN=_caucasus_tui_questions
_shtab_caucasus_tui_ask___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_show_pos_0_COMPGEN=_caucasus_tui_addresses
_shtab_caucasus_tui_show___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_compare_pos_0_COMPGEN=_caucasus_tui_addresses
_shtab_caucasus_tui_compare___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_search___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_list___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_check_pos_0_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui_check___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_new_pos_0_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui_new___from_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_new___cite_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_new___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_add_pos_0_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_add___cite_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_add___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_draft_pos_0_COMPGEN=_caucasus_tui_sources
_shtab_caucasus_tui_draft_pos_1_COMPGEN=_caucasus_tui_paragraphs
_shtab_caucasus_tui_draft___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_import_pos_1_COMPGEN=_shtab_compgen_files
_shtab_caucasus_tui_import___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_rename_pos_0_COMPGEN=_caucasus_tui_addresses
_shtab_caucasus_tui_rename___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_changes_pos_0_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui_changes_pos_1_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui_changes___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_upgrade_pos_0_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui_upgrade___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_schema___out_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui_schema___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_keys___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_config___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_completion___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_timeline___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_leverage___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_terms___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_recommendations___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_why___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_tracks___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_outlook___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_actors___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_names___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_sources___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_ledger___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui_disputes___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui___dossier_COMPGEN=_caucasus_tui_dossiers
_shtab_caucasus_tui___cache_COMPGEN=_shtab_compgen_dirs
_shtab_caucasus_tui___kiosk_COMPGEN=_shtab_compgen_files

_shtab_caucasus_tui_brief___section_choices=(bottom-line situation asks windows judgements position levers upon terms outlook gaps tensions names sources references points questions expect reproach)
_shtab_caucasus_tui_brief___format_choices=(text md html json docx pdf)
_shtab_caucasus_tui_search_pos_0_choices=(type:actor type:place type:name-rule type:term type:agreement type:track type:step type:event type:tension type:gap type:code type:later type:ledger type:dispute type:lever type:condition type:scenario type:recommendation type:point type:question type:source type:paragraph type:statement kind:fact kind:attributed kind:assessment kind:forecast kind:recommendation kind:curator)
_shtab_caucasus_tui_list_pos_0_choices=(actor place name-rule term agreement track step event tension gap code later ledger dispute lever condition scenario recommendation point question source paragraph statement)
_shtab_caucasus_tui_import_pos_0_choices=(events)
_shtab_caucasus_tui_schema_pos_0_choices=(dossier actors places events levers agreements tracks steps conditions scenarios recommendations names tensions gaps points codebook questions later ledger disputes source)
_shtab_caucasus_tui_completion_pos_0_choices=(bash zsh fish)
_shtab_caucasus_tui_pos_0_choices=(brief ask show compare search list check new add draft import rename changes upgrade schema keys config completion timeline leverage terms recommendations why tracks outlook actors names sources ledger disputes)
_shtab_caucasus_tui___theme_choices=(caucasus-dark caucasus-light textual-dark textual-light nord gruvbox catppuccin-mocha dracula tokyo-night monokai flexoki catppuccin-latte catppuccin-frappe catppuccin-macchiato solarized-light solarized-dark rose-pine rose-pine-moon rose-pine-dawn atom-one-dark atom-one-light ansi-dark ansi-light)

_shtab_caucasus_tui_brief__h_nargs=0
_shtab_caucasus_tui_brief___help_nargs=0
_shtab_caucasus_tui_brief___map_nargs=0
_shtab_caucasus_tui_brief___force_nargs=0
_shtab_caucasus_tui_ask_pos_0_nargs='*'
_shtab_caucasus_tui_ask__h_nargs=0
_shtab_caucasus_tui_ask___help_nargs=0
_shtab_caucasus_tui_ask___json_nargs=0
_shtab_caucasus_tui_show__h_nargs=0
_shtab_caucasus_tui_show___help_nargs=0
_shtab_caucasus_tui_show___json_nargs=0
_shtab_caucasus_tui_compare_pos_0_nargs=+
_shtab_caucasus_tui_compare__h_nargs=0
_shtab_caucasus_tui_compare___help_nargs=0
_shtab_caucasus_tui_compare___json_nargs=0
_shtab_caucasus_tui_search_pos_0_nargs=+
_shtab_caucasus_tui_search__h_nargs=0
_shtab_caucasus_tui_search___help_nargs=0
_shtab_caucasus_tui_search___json_nargs=0
_shtab_caucasus_tui_list__h_nargs=0
_shtab_caucasus_tui_list___help_nargs=0
_shtab_caucasus_tui_list___refs_nargs=0
_shtab_caucasus_tui_list___csv_nargs=0
_shtab_caucasus_tui_list___json_nargs=0
_shtab_caucasus_tui_check__h_nargs=0
_shtab_caucasus_tui_check___help_nargs=0
_shtab_caucasus_tui_check___original_nargs='?'
_shtab_caucasus_tui_check___strict_nargs=0
_shtab_caucasus_tui_check___json_nargs=0
_shtab_caucasus_tui_new__h_nargs=0
_shtab_caucasus_tui_new___help_nargs=0
_shtab_caucasus_tui_add__h_nargs=0
_shtab_caucasus_tui_add___help_nargs=0
_shtab_caucasus_tui_add___dry_run_nargs=0
_shtab_caucasus_tui_draft_pos_1_nargs='*'
_shtab_caucasus_tui_draft__h_nargs=0
_shtab_caucasus_tui_draft___help_nargs=0
_shtab_caucasus_tui_draft__o_nargs=0
_shtab_caucasus_tui_draft___in_place_nargs=0
_shtab_caucasus_tui_draft___dry_run_nargs=0
_shtab_caucasus_tui_import__h_nargs=0
_shtab_caucasus_tui_import___help_nargs=0
_shtab_caucasus_tui_import___dry_run_nargs=0
_shtab_caucasus_tui_rename__h_nargs=0
_shtab_caucasus_tui_rename___help_nargs=0
_shtab_caucasus_tui_rename___dry_run_nargs=0
_shtab_caucasus_tui_changes__h_nargs=0
_shtab_caucasus_tui_changes___help_nargs=0
_shtab_caucasus_tui_changes___json_nargs=0
_shtab_caucasus_tui_upgrade__h_nargs=0
_shtab_caucasus_tui_upgrade___help_nargs=0
_shtab_caucasus_tui_upgrade___dry_run_nargs=0
_shtab_caucasus_tui_schema__h_nargs=0
_shtab_caucasus_tui_schema___help_nargs=0
_shtab_caucasus_tui_keys__h_nargs=0
_shtab_caucasus_tui_keys___help_nargs=0
_shtab_caucasus_tui_keys___ids_nargs=0
_shtab_caucasus_tui_config__h_nargs=0
_shtab_caucasus_tui_config___help_nargs=0
_shtab_caucasus_tui_config___path_nargs=0
_shtab_caucasus_tui_completion__h_nargs=0
_shtab_caucasus_tui_completion___help_nargs=0
_shtab_caucasus_tui_timeline__h_nargs=0
_shtab_caucasus_tui_timeline___help_nargs=0
_shtab_caucasus_tui_timeline___json_nargs=0
_shtab_caucasus_tui_leverage__h_nargs=0
_shtab_caucasus_tui_leverage___help_nargs=0
_shtab_caucasus_tui_leverage___json_nargs=0
_shtab_caucasus_tui_terms__h_nargs=0
_shtab_caucasus_tui_terms___help_nargs=0
_shtab_caucasus_tui_terms___json_nargs=0
_shtab_caucasus_tui_recommendations__h_nargs=0
_shtab_caucasus_tui_recommendations___help_nargs=0
_shtab_caucasus_tui_recommendations___json_nargs=0
_shtab_caucasus_tui_why__h_nargs=0
_shtab_caucasus_tui_why___help_nargs=0
_shtab_caucasus_tui_why___json_nargs=0
_shtab_caucasus_tui_tracks__h_nargs=0
_shtab_caucasus_tui_tracks___help_nargs=0
_shtab_caucasus_tui_tracks___json_nargs=0
_shtab_caucasus_tui_outlook__h_nargs=0
_shtab_caucasus_tui_outlook___help_nargs=0
_shtab_caucasus_tui_outlook___json_nargs=0
_shtab_caucasus_tui_actors__h_nargs=0
_shtab_caucasus_tui_actors___help_nargs=0
_shtab_caucasus_tui_actors___json_nargs=0
_shtab_caucasus_tui_names__h_nargs=0
_shtab_caucasus_tui_names___help_nargs=0
_shtab_caucasus_tui_names___json_nargs=0
_shtab_caucasus_tui_sources__h_nargs=0
_shtab_caucasus_tui_sources___help_nargs=0
_shtab_caucasus_tui_sources___json_nargs=0
_shtab_caucasus_tui_ledger__h_nargs=0
_shtab_caucasus_tui_ledger___help_nargs=0
_shtab_caucasus_tui_ledger___json_nargs=0
_shtab_caucasus_tui_disputes__h_nargs=0
_shtab_caucasus_tui_disputes___help_nargs=0
_shtab_caucasus_tui_disputes___json_nargs=0
_shtab_caucasus_tui_pos_0_nargs=A...
_shtab_caucasus_tui__h_nargs=0
_shtab_caucasus_tui___help_nargs=0
_shtab_caucasus_tui___version_nargs=0
_shtab_caucasus_tui___mouse_nargs=0
_shtab_caucasus_tui___no_mouse_nargs=0
_shtab_caucasus_tui___ascii_nargs=0
_shtab_caucasus_tui___no_ascii_nargs=0
_shtab_caucasus_tui___low_bandwidth_nargs=0
_shtab_caucasus_tui___no_low_bandwidth_nargs=0
_shtab_caucasus_tui___since_then_nargs=0
_shtab_caucasus_tui___no_since_then_nargs=0
_shtab_caucasus_tui___resume_nargs=0
_shtab_caucasus_tui___no_resume_nargs=0
_shtab_caucasus_tui___memory_nargs=0
_shtab_caucasus_tui___no_memory_nargs=0
_shtab_caucasus_tui___watch_nargs=0
_shtab_caucasus_tui___no_watch_nargs=0
_shtab_caucasus_tui___kiosk_nargs='?'
_shtab_caucasus_tui___reset_terminal_nargs=0


# Custom Preamble

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
      --dossier | --theme | --cache | --today | --max-file) index=$((index + 1)) ;;
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
  compgen -W "$(_caucasus_tui_say ask | sed -n 's/^ *\([a-z]\)  .*/\1/p')" -- "$1"
}

_caucasus_tui_dossiers() {
  compgen -W "bundled $("${COMP_WORDS[0]}" config 2>/dev/null | sed -n '/^\[dossiers\]/,/^\[keymap/s/^"\{0,1\}\([^"#[ $`]*\)"\{0,1\} *=.*/\1/p')" -- "$1"
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

# End Custom Preamble

# $1=COMP_WORDS[1]
_shtab_compgen_files() {
  compgen -f -- $1  # files
}

# $1=COMP_WORDS[1]
_shtab_compgen_dirs() {
  compgen -d -- $1  # recurse into subdirs
}

# $1=COMP_WORDS[1]
_shtab_replace_nonword() {
  echo "${1//[^[:word:]]/_}"
}

# set default values (called for the initial parser & any subparsers)
_set_parser_defaults() {
  local subparsers_var="${prefix}_subparsers[@]"
  sub_parsers=${!subparsers_var-}

  local current_option_strings_var="${prefix}_option_strings[@]"
  current_option_strings=${!current_option_strings_var}

  completed_positional_actions=0

  _set_new_action "pos_$completed_positional_actions" true
}

# $1=action identifier
# $2=positional action (bool)
# set all identifiers for an action's parameters
_set_new_action() {
  current_action="${prefix}_$(_shtab_replace_nonword $1)"

  local current_action_compgen_var=${current_action}_COMPGEN
  current_action_compgen="${!current_action_compgen_var-}"

  local current_action_choices_var="${current_action}_choices[@]"
  current_action_choices="${!current_action_choices_var-}"

  local current_action_nargs_var="${current_action}_nargs"
  if [ -n "${!current_action_nargs_var-}" ]; then
    current_action_nargs="${!current_action_nargs_var}"
  else
    current_action_nargs=1
  fi

  current_action_args_start_index=$(( $word_index + 1 - $pos_only ))

  current_action_is_positional=$2
}

# Notes:
# `COMPREPLY`: what will be rendered after completion is triggered
# `completing_word`: currently typed word to generate completions for
# `${!var}`: evaluates the content of `var` and expand its content as a variable
#     hello="world"
#     x="hello"
#     ${!x} -> ${hello} -> "world"
_shtab_caucasus_tui() {
  local completing_word="${COMP_WORDS[COMP_CWORD]}"
  local previous_word="${COMP_WORDS[COMP_CWORD-1]}"
  local completed_positional_actions
  local current_action
  local current_action_args_start_index
  local current_action_choices
  local current_action_compgen
  local current_action_is_positional
  local current_action_nargs
  local current_option_strings
  local sub_parsers
  COMPREPLY=()

  local prefix=_shtab_caucasus_tui
  local word_index=0
  local pos_only=0 # "--" delimiter not encountered yet
  _set_parser_defaults
  word_index=1

  # determine what arguments are appropriate for the current state
  # of the arg parser
  while [ $word_index -ne $COMP_CWORD ]; do
    local this_word="${COMP_WORDS[$word_index]}"

    if [[ $pos_only = 1 || " $this_word " != " -- " ]]; then
      if [[ -n $sub_parsers && " ${sub_parsers[@]} " == *" $this_word "* ]]; then
        # valid subcommand: add it to the prefix & reset the current action
        prefix="${prefix}_$(_shtab_replace_nonword $this_word)"
        _set_parser_defaults
      fi

      if [[ " ${current_option_strings[@]} " == *" $this_word "* ]]; then
        # a new action should be acquired (due to recognised option string or
        # no more input expected from current action);
        # the next positional action can fill in here
        _set_new_action $this_word false
      fi

      if [[ "$current_action_nargs" != "*" ]] && \
         [[ "$current_action_nargs" != "+" ]] && \
         [[ "$current_action_nargs" != "?" ]] && \
         [[ "$current_action_nargs" != *"..." ]] && \
         (( $word_index + 1 - $current_action_args_start_index - $pos_only >= \
            $current_action_nargs )); then
        $current_action_is_positional && let "completed_positional_actions += 1"
        _set_new_action "pos_$completed_positional_actions" true
      fi
    else
      pos_only=1 # "--" delimiter encountered
    fi

    let "word_index+=1"
  done

  # Generate the completions

  COMPREPLY=()
  if [[ $pos_only = 0 && "$completing_word" == -* &&
        ( -z "$current_action_compgen" || "$current_action_is_positional" = true ) ]]; then
    # optional argument started: use option strings
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      compgen -W "${current_option_strings[*]}" -- "$completing_word")
  elif [[ "$previous_word" =~ ^[0-9\&]*[\<\>]\>?$ ]]; then
    # handle redirection operators
    compopt -o filenames 2>/dev/null || : # bash>=4
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$completing_word")
  else
    # use choices & compgen
    local action_compgen_word="$completing_word"
    # handle tab-completing in the middle of a line (#248 <- #116)
    [[ -n "$current_action_compgen" && "$completing_word" == -* ]] && action_compgen_word=""
    [ -n "$current_action_compgen" ] && {
      [[ "$current_action_compgen" =~ _(file|dir|glob|FILE|DIR|GLOB)|File|Dir|Glob ]] &&
        compopt -o filenames 2>/dev/null || : # bash>=4
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
        "$current_action_compgen" "$action_compgen_word")
    }
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      compgen -W "${current_action_choices[*]}" -- "$completing_word")
  fi

  if [[ ${#COMPREPLY[@]} = 0 ]]; then
    # native fallback matches are not necessarily filenames (e.g. variables)
    compopt +o filenames 2>/dev/null || : # bash>=4
  fi

  return 0
}

complete -o bashdefault -F _caucasus_tui caucasus-tui
