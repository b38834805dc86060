"""The command line as the issue's users meet it: what it prints, writes and answers with."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Outcome, Run, runner

TODAY = ("--today", "2026-11-24")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture
def website(run: Run, tmp_path: Path) -> Path:
    return written(run, tmp_path, "website")


@pytest.fixture
def difficult(run: Run, tmp_path: Path) -> Path:
    return written(run, tmp_path, "difficult-client")


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text("correct horse\n")
    return path


@pytest.fixture
def key(run: Run, passphrase: Path) -> tuple[str, Path]:
    made = run("identity", "create", "--name", "Ieva Kalniņa", "--passphrase-file", passphrase)
    assert made.code == 0, made.err
    return ("--passphrase-file", passphrase)


def written(run: Run, folder: Path, name: str) -> Path:
    path = folder / f"{name}.json"
    path.write_text(run("example", name, *TODAY).out, "utf-8")
    return path


def text_of(pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout.replace("\u00a0", " ")


def is_refused(outcome: Outcome, code: int, *says: str) -> None:
    assert outcome.code == code, outcome
    for words in says:
        assert words in outcome.err
    assert "Traceback" not in outcome.err


class TestExamplesAndLists:
    def test_the_examples_are_listed(self, run: Run) -> None:
        listed = run("example", "--list").out
        assert "website" in listed
        assert "difficult-client" in listed

    def test_an_example_that_is_not_there_names_those_that_are(self, run: Run) -> None:
        is_refused(run("example", "castle"), 2, "castle", "website")

    def test_the_schema_describes_a_deal(self, run: Run) -> None:
        schema = json.loads(run("schema").out)
        assert "payment" in schema["properties"]

    def test_the_guidance_has_every_item_with_its_sources(self, run: Run) -> None:
        items = json.loads(run("guidance", "--json").out)
        assert all(list(item) == ["id", "kind", "severity", "says", "sources"] for item in items)
        assert {item["kind"] for item in items} == {"rule", "clause", "screen", "script"}
        assert all(item["says"] and item["sources"] for item in items)
        assert {item["severity"] for item in items if item["kind"] == "rule"} == {"block", "warn", "advise"}

    def test_without_a_command_it_says_that_there_is_no_window_yet(self, run: Run) -> None:
        said = run()
        assert said.code == 0
        assert "window" in said.out

    def test_the_version_is_told(self, run: Run) -> None:
        assert "Clausewright, version" in run("--version").out


class TestCheck:
    def test_the_website_has_no_finding(self, run: Run, website: Path) -> None:
        checked = run("check", website, "--json", *TODAY)
        report = json.loads(checked.out)
        assert checked.code == 0
        assert report["findings"] == []
        assert len(report["checked"]) == 58

    def test_the_difficult_client_fires_at_least_fifteen_rules(self, run: Run, difficult: Path) -> None:
        checked = run("check", difficult, "--json", *TODAY)
        findings = json.loads(checked.out)["findings"]
        assert checked.code == 1
        assert len({finding["id"] for finding in findings}) >= 15
        for finding in findings:
            assert list(finding) == [
                "id", "severity", "field", "message", "because", "sources", "fix", "kept",
            ]  # fmt: skip

    def test_a_draft_is_never_refused(self, run: Run, difficult: Path) -> None:
        assert run("check", difficult, "--for", "draft", *TODAY).code == 0
        assert run("check", difficult, "--for", "send", *TODAY).code == 1

    def test_the_findings_are_told_with_reason_source_and_fix(self, run: Run, difficult: Path) -> None:
        said = run("check", difficult, *TODAY).out
        assert "Must fix: The rounds of revision are unlimited." in said
        assert "Edits without a number have no end." in said
        assert "s1 problem 5.1" in said
        assert "Fix: Set two rounds" in said
        assert "Not legal advice" in said

    def test_a_kept_finding_no_longer_blocks(self, run: Run, website: Path) -> None:
        deal = json.loads(website.read_text("utf-8"))
        deal["price"]["extra_rate"] = None
        deal["kept"] = [{"id": "scope.extra-rate", "field": "price.extra_rate", "reason": "No extras"}]
        website.write_text(json.dumps(deal), "utf-8")
        checked = run("check", website, "--json", *TODAY)
        (finding,) = json.loads(checked.out)["findings"]
        assert (finding["id"], finding["kept"]) == ("scope.extra-rate", "No extras")
        assert checked.code == 0

    def test_a_finding_that_cannot_be_kept_blocks_all_the_same(self, run: Run, website: Path) -> None:
        deal = json.loads(website.read_text("utf-8"))
        deal["schedule"]["start"] = None
        deal["kept"] = [{"id": "contract.essentials", "field": "schedule.start", "reason": "Later"}]
        website.write_text(json.dumps(deal), "utf-8")
        assert run("check", website, *TODAY).code == 1

    def test_the_profile_sets_the_limits(self, run: Run, website: Path, tmp_path: Path) -> None:
        profile = tmp_path / "profile.toml"
        profile.write_text('minimum_hourly_rate = "100"\n')
        checked = run("check", website, "--json", "--profile", profile, *TODAY)
        assert [finding["id"] for finding in json.loads(checked.out)["findings"]] == ["price.floor"]

    def test_what_the_client_still_owes_is_found_in_the_workspace(self, run: Run, website: Path) -> None:
        owing = json.loads(website.read_text("utf-8"))
        owing["signing_date"] = "2026-11-02"
        other = website.with_name("owing.json")
        other.write_text(json.dumps(owing), "utf-8")
        assert run("add", other, *TODAY).code == 0
        deal = json.loads(website.read_text("utf-8")) | {"id": "new"}
        website.write_text(json.dumps(deal), "utf-8")
        checked = run("check", website, "--json", *TODAY)
        assert "payment.overdue-client" in [found["id"] for found in json.loads(checked.out)["findings"]]


class TestPapers:
    def test_the_quote_of_the_website_fits_one_page(self, run: Run, website: Path, tmp_path: Path) -> None:
        target = tmp_path / "quote.pdf"
        assert run("quote", website, "-o", target, *TODAY).code == 0
        text = text_of(target)
        assert "12,400.00" in text
        assert "DRAFT" not in text
        assert text.count("\f") == 1

    def test_a_contract_that_is_not_signed_says_draft_on_each_page(
        self, run: Run, website: Path, tmp_path: Path
    ) -> None:
        target = tmp_path / "contract.pdf"
        assert run("contract", website, "-o", target, *TODAY).code == 0
        pages = text_of(target).split("\f")[:-1]
        assert all("DRAFT" in page for page in pages)

    def test_a_blocked_deal_is_built_as_a_draft_and_not_signed(
        self, run: Run, difficult: Path, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        target = tmp_path / "papers"
        built = run("build", difficult, "-o", target, "--sign", *key, *TODAY)
        is_refused(built, 1, "was not signed", "revisions.count")
        papers = sorted(path.name for path in target.iterdir())
        assert [word for name in papers for word in ("contract", "quote") if word in name] == [
            "contract",
            "quote",
        ]
        for name in papers:
            assert all("DRAFT" in page for page in text_of(target / name).split("\f")[:-1])
        assert run("verify", target / papers[0]).code == 1

    def test_a_signed_contract_is_accepted_by_independent_judges(
        self, run: Run, website: Path, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        target = tmp_path / "contract.pdf"
        signed = run("contract", website, "-o", target, "--sign", *key, *TODAY)
        assert signed.code == 0, signed.err
        seen = subprocess.run(["pdfsig", target], capture_output=True, text=True, check=False).stdout
        assert "Signature is Valid" in seen
        assert "Total document signed" in seen
        assert subprocess.run(["qpdf", "--check", target], capture_output=True, check=False).returncode == 0
        assert "DRAFT" not in text_of(target)

    def test_a_signed_contract_is_verified(
        self, run: Run, website: Path, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        target = tmp_path / "contract.pdf"
        run("contract", website, "-o", target, "--sign", *key, *TODAY)
        verified = run("verify", target, "--json")
        report = json.loads(verified.out)
        assert verified.code == 0
        assert report["document"] == "unchanged"
        (signer,) = report["signers"]
        assert (signer["field"], signer["key"], signer["integrity"]) == ("Provider", "own", "intact")
        changed = bytearray(target.read_bytes())
        changed[2000] ^= 1
        target.write_bytes(changed)
        assert run("verify", target).code == 1

    def test_the_record_of_a_deal_in_the_workspace_holds_what_was_built(
        self, run: Run, website: Path, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        deal = Path(run("add", website, *TODAY).out.strip())
        assert deal.parent.name == "2026-001-website-redesign"
        run("quote", deal, "-o", tmp_path / "q.pdf", *TODAY)
        run("contract", deal, "-o", tmp_path / "c.pdf", "--sign", *key, *TODAY)
        lines = [json.loads(line) for line in (deal.parent / "record.jsonl").read_text("utf-8").splitlines()]
        assert [(line["what"], line["file"]) for line in lines] == [
            ("exported", "q.pdf"),
            ("signed", "c.pdf"),
        ]
        for line in lines:
            assert line["sha256"] == hashlib.sha256((tmp_path / line["file"]).read_bytes()).hexdigest()
        assert lines[1]["fingerprint"]

    def test_numbers_are_given_per_year(self, run: Run, website: Path) -> None:
        folders = [Path(run("add", website, "--today", day).out.strip()).parent.name for day in
                   ("2026-11-24", "2026-12-31", "2027-01-01")]  # fmt: skip
        assert [name[:8] for name in folders] == ["2026-001", "2026-002", "2027-001"]


class TestIdentity:
    def test_without_keyring_and_terminal_it_says_what_to_do(self, run: Run, website: Path) -> None:
        made = run("identity", "create", "--name", "Ann")
        is_refused(made, 3, "keyring", "--passphrase-file")

    def test_the_key_is_for_its_owner_alone(self, key: tuple[str, Path], home: Path) -> None:
        stored = home / "data" / "identity.p12"
        assert stored.stat().st_mode & 0o777 == 0o600
        assert key

    def test_a_key_is_not_overwritten(self, run: Run, key: tuple[str, Path]) -> None:
        is_refused(run("identity", "create", "--name", "Eve", *key), 2, "already")

    def test_it_is_shown_without_a_passphrase(self, run: Run, key: tuple[str, Path]) -> None:
        shown = json.loads(run("identity", "show", "--json").out)
        assert shown["name"] == "Ieva Kalniņa"
        assert len(shown["fingerprint"]) == 64
        assert key

    def test_there_is_none_at_first(self, run: Run) -> None:
        is_refused(run("identity", "show"), 3, "no signing key yet")

    def test_a_wrong_passphrase_signs_nothing(
        self, run: Run, website: Path, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        wrong = tmp_path / "wrong"
        wrong.write_text("battery staple\n")
        target = tmp_path / "contract.pdf"
        signed = run("contract", website, "-o", target, "--sign", "--passphrase-file", wrong, *TODAY)
        is_refused(signed, 2, "passphrase")
        assert not target.exists()
        assert key

    def test_a_blank_name_is_refused(self, run: Run, passphrase: Path) -> None:
        is_refused(run("identity", "create", "--name", " ", "--passphrase-file", passphrase), 2, "name")

    def test_a_real_keyring_keeps_the_passphrase_from_making_the_key_to_signing(
        self, website: Path, home: Path, tmp_path: Path, program: list[str]
    ) -> None:
        from tests.secrets.test_secret_service import UNLOCKED, in_session

        target = tmp_path / "contract.pdf"
        steps = [
            "identity create --name 'Ieva Kalniņa'",
            f"contract '{website}' -o '{target}' --sign --today 2026-11-24",
            f"verify '{target}'",
        ]
        commands = " && ".join(f'"$1" -m clausewright {step}' for step in steps)
        short = Path("/tmp") / f"cw{abs(hash(str(home))) % 10**8}"
        short.mkdir()
        done = in_session(short, f"export CLAUSEWRIGHT_HOME='{home}'; {UNLOCKED} && {commands}")
        assert done.returncode == 0, done.stderr
        assert "in the system's keyring" in done.stdout
        assert "with your own key" in done.stdout


class TestBadInput:
    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"price": {"extra_rate": "NaN"}}, "price.extra_rate"),
            ({"price": {"extra_rate": -5}}, "negative"),
            ({"price": {"currency": "BTC"}}, "currency"),
            ({"title": "x" * 100_000}, "title"),
            ({"title": "evil \u202e txt"}, "U+202E"),
            ({"schedule": {"start": "2026-13-01"}}, "schedule.start"),
            ({"payment": {"stages": "four"}}, "payment.stages"),
            ({"provider": {"holiday_region": "XX"}}, "XX"),
            ({"provider": {"logo": "missing.png"}}, "missing.png"),
            ({"client": {"name": "שלום"}}, "Hebrew"),
            ({"client": {"name": "👨‍👩‍👧"}}, "emoji"),
            ({"client": {"name": "龍"}}, "龍"),
        ],
    )
    def test_a_clear_sentence_and_nothing_written(
        self, run: Run, website: Path, tmp_path: Path, change: dict[str, dict[str, object]], says: str
    ) -> None:
        deal = json.loads(website.read_text("utf-8"))
        for name, value in change.items():
            deal[name] = deal[name] | value if isinstance(value, dict) else value
        website.write_text(json.dumps(deal), "utf-8")
        target = tmp_path / "quote.pdf"
        is_refused(run("quote", website, "-o", target, *TODAY), 2, says)
        assert not target.exists()

    def test_a_logo_that_is_no_image_is_refused(self, run: Run, website: Path, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(b"%!PS\n(evil) show")
        deal = json.loads(website.read_text("utf-8"))
        deal["provider"]["logo"] = "logo.png"
        website.write_text(json.dumps(deal), "utf-8")
        is_refused(run("quote", website, "-o", tmp_path / "q.pdf", *TODAY), 2, "PNG")

    def test_markup_is_printed_as_it_was_typed(self, run: Run, website: Path, tmp_path: Path) -> None:
        hostile = '<b>Bold</b> & <img src="file:///etc/passwd"> {price}'
        deal = json.loads(website.read_text("utf-8"))
        deal["scope"]["exclusions"] = [hostile]
        website.write_text(json.dumps(deal), "utf-8")
        target = tmp_path / "contract.pdf"
        assert run("contract", website, "-o", target, *TODAY).code == 0
        assert hostile in text_of(target).replace("\n", " ")

    def test_a_broken_profile_is_named(self, run: Run, website: Path, tmp_path: Path) -> None:
        profile = tmp_path / "profile.toml"
        profile.write_text("minimum_hourly_rate = ")
        is_refused(run("check", website, "--profile", profile), 2, "profile.toml", "TOML")

    def test_a_target_that_cannot_be_written_is_the_environments_fault(
        self, run: Run, website: Path, tmp_path: Path
    ) -> None:
        is_refused(run("quote", website, "-o", tmp_path, *TODAY), 3, tmp_path.name)

    def test_what_is_no_pdf_is_damaged(self, run: Run, website: Path) -> None:
        is_refused(run("verify", website), 2, "is not a PDF")

    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_full_output_is_said_and_no_traceback_shown(
        self, website: Path, program: list[str], unbuffered: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*program, "check", website], stdout=full, stderr=subprocess.PIPE, text=True, check=False
            )
        assert done.returncode == 3, done.stderr
        assert "Traceback" not in done.stderr

    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_reader_that_has_seen_enough_is_no_fault(
        self, program: list[str], unbuffered: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
        reader = f"{' '.join(program)} schema | head -n 1; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", reader], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    def test_a_fault_of_ours_is_reported_without_the_users_data(
        self, run: Run, website: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(*_: object) -> None:
            raise KeyError("Nordlys Coffee Roasters Oy")

        monkeypatch.setattr("clausewright.actions.read_deal.read_deal", fails)
        outcome = run("check", website)
        is_refused(outcome, 70, "unexpected")
        report = Path(outcome.err.split(" is in ")[1].strip().rstrip("."))
        content = report.read_text("utf-8")
        report.unlink()
        assert "KeyError" in content
        assert "Nordlys" not in content


@pytest.mark.parametrize("arguments", [["--help"], ["check", "DEAL"]])
def test_looking_and_checking_load_no_window_pdf_or_signature_library(
    arguments: list[str], website: Path
) -> None:
    arguments = [str(website) if argument == "DEAL" else argument for argument in arguments]
    code = (
        "import sys; sys.argv = ['clausewright', *sys.argv[1:]]\n"
        "from clausewright.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'PySide6', 'reportlab', 'pikepdf', 'pyhanko', 'PIL', 'keyring', 'cryptography'}\n"
        "print('loaded:', sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "loaded: []"
