"""Standard questions: `a` and a letter."""

from caucasus_tui.dossier.model.dossier import Dossier
from tests.screen import SMALL, reading


async def test_a_letter_after_a_answers_and_escape_leads_back(real: Dossier) -> None:
    async with reading(real, SMALL) as reader:
        await reader.press("a")
        assert reader.address == "ask:"
        screen = await reader.press("j")
        assert reader.address == "ask:j" and "◆" in screen
        await reader.press("escape", "escape")
        assert reader.address == "pane:timeline"


async def test_letters_are_keys_again_once_a_question_is_answered(real: Dossier) -> None:
    async with reading(real, SMALL) as reader:
        await reader.press("a", "e", "j")
        assert reader.address == "ask:e"
        await reader.press("a")
        assert reader.address == "ask:"
