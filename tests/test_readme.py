"""The documentation cannot lie: what it takes from the code is as the code has it."""

from tools.documents import ROOT, configuration, data_model, readme


def test_the_readme_has_the_keys_as_they_are() -> None:
    assert (ROOT / "README.md").read_text(encoding="utf-8") == readme(), "run `make docs`"


def test_the_page_about_the_configuration_has_the_settings_as_they_are() -> None:
    assert (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8") == configuration(), "run `make docs`"


def test_the_data_model_is_as_the_structs_are() -> None:
    assert (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8") == data_model(), "run `make docs`"


def test_the_readme_is_short_and_its_pictures_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    for name in ("home", "restrain"):
        assert (ROOT / "docs" / "pictures" / f"{name}.svg").is_file()


def test_the_data_model_prints_the_manual_of_no_library() -> None:
    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    sections = page.split("\n### ")[1:]
    assert sections and not [
        section for section in sections if len(section.split("\n\n")[1]) > 600 or "A base class" in section
    ]
