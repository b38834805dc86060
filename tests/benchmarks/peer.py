"""Measures one peer: `peer.py NAME SOURCE ROUNDS` prints medians and pages as JSON. Runs in the peers' own
environment, so it imports nothing of ours, and the type checker doesn't know what it does import."""

# mypy: ignore-errors

import html
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SIZES = [8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0]

Blocks = list
Build = Callable[[Blocks, float], bytes]


def as_html(blocks: Blocks, size: float) -> str:
    parts = []
    for kind, content in blocks:
        if kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in content
            )
            parts.append(f"<table>{rows}</table>")
        else:
            parts.append(f"<{kind}>{html.escape(content)}</{kind}>")
    style = (
        f"@font-face{{font-family:Plex;src:url(file://{FONTS}/IBMPlexSans-Regular.ttf)}}"
        f"@page{{size:A4;margin:20mm 22mm}}body{{font:{size}pt/1.5 Plex}}table{{width:100%}}"
    )
    return f"<html lang=en><head><title>Contract</title><style>{style}</style></head><body>{''.join(parts)}"


def weasyprint(blocks: Blocks, size: float) -> bytes:
    from weasyprint import HTML

    return HTML(string=as_html(blocks, size)).write_pdf()


def typst(blocks: Blocks, size: float) -> bytes:
    import typst as engine

    def escaped(text: str) -> str:
        return re.sub(r"([\\#*_`$<>@\[\]~=/+-])", r"\\\1", text)

    parts = [
        '#set page(paper: "a4", margin: (x: 22mm, y: 20mm))\n'
        f'#set text(font: "IBM Plex Sans", size: {size}pt)\n'
        "#set par(leading: 0.75em)\n#set document(title: [Contract])\n"
    ]
    for kind, content in blocks:
        if kind == "table":
            cells = ", ".join(f"[{escaped(cell)}]" for row in content for cell in row)
            parts.append(f"#table(columns: {len(content[0])}, {cells})")
        else:
            mark = {"h1": "= ", "h2": "== ", "p": "", "li": "- "}[kind]
            parts.append(mark + escaped(content))
    source = Path(tempfile.gettempdir()) / "clausewright-bench.typ"
    source.write_text("\n\n".join(parts), "utf-8")
    return engine.compile(str(source), font_paths=[str(FONTS)], ignore_system_fonts=True)


def fpdf2(blocks: Blocks, size: float) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_margins(22, 20)
    pdf.set_auto_page_break(True, 20)
    pdf.add_font("Plex", "", FONTS / "IBMPlexSans-Regular.ttf")
    pdf.add_page()
    for kind, content in blocks:
        pdf.set_font("Plex", size={"h1": 20, "h2": 13}.get(kind, size))
        if kind == "table":
            pdf.set_font("Plex", size=size)
            with pdf.table(first_row_as_headings=False) as table:
                for cells in content:
                    table.row(cells)
        else:
            pdf.multi_cell(0, size * 0.53, content, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(1.5)
    return bytes(pdf.output())


class Chromium:
    """One running browser that prints page after page, driven over its debugging pipe."""

    def __init__(self) -> None:
        import json as codec
        import urllib.request

        import websocket

        self._profile = tempfile.mkdtemp()
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-quic", f"--user-data-dir={self._profile}", "--remote-debugging-port=9377",
            "--remote-allow-origins=*", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        while "DevTools listening" not in self._process.stderr.readline():
            pass
        tabs = codec.load(urllib.request.urlopen("http://127.0.0.1:9377/json"))
        page = next(tab for tab in tabs if tab["type"] == "page")
        self._socket = websocket.create_connection(page["webSocketDebuggerUrl"], max_size=None)
        self._number = 0
        self._call("Page.enable")
        self._frame = self._call("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def _call(self, method: str, **parameters: object) -> dict:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._number:
                return answer["result"]

    def build(self, blocks: Blocks, size: float) -> bytes:
        import base64

        self._call("Page.setDocumentContent", frameId=self._frame, html=as_html(blocks, size))
        printed = self._call("Page.printToPDF", preferCSSPageSize=True, generateTaggedPDF=True)
        return base64.b64decode(printed["data"])

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)


def chromium_once(blocks: Blocks, size: float) -> bytes:
    """The browser started for one page alone, as a command would."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(as_html(blocks, size), "utf-8")
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        return target.read_bytes()


def pages_of(pdf: bytes) -> int:
    from pypdfium2 import PdfDocument

    return len(PdfDocument(pdf))


def fitting(build: Build, blocks: Blocks, pages: int) -> tuple[float, int]:
    """The type size at which it comes nearest to our number of pages."""
    found = [(abs(pages_of(build(blocks, size)) - pages), size) for size in SIZES]
    size = min(found)[1]
    return size, pages_of(build(blocks, size))


def medians(build: Build, blocks: Blocks, size: float, rounds: int) -> float:
    times = []
    for number in range(rounds + 1):
        edited = [["p", f"Edit number {number}."], *blocks]
        start = time.perf_counter()
        build(edited, size)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def cold(name: str, source: str, size: float, rounds: int) -> float:
    times = []
    for _ in range(max(rounds // 4, 1)):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, __file__, name, source, "0", str(size)], check=True, capture_output=True
        )
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    name, source, rounds, *given = sys.argv[1:]
    content = json.loads(Path(source).read_text("utf-8"))
    blocks = content["blocks"]
    if given:
        once: dict[str, Build] = {
            "typst": typst,
            "weasyprint": weasyprint,
            "fpdf2": fpdf2,
            "chromium": chromium_once,
        }
        once[name](blocks, float(given[0]))
        return
    browser = Chromium() if name == "chromium" else None
    build: Build = (
        browser.build if browser else {"typst": typst, "weasyprint": weasyprint, "fpdf2": fpdf2}[name]
    )
    size, pages = fitting(build, blocks, content["pages"])
    warm = medians(build, blocks, size, int(rounds))
    if browser:
        browser.close()
    print(json.dumps({"warm": warm, "cold": cold(name, source, size, int(rounds)), "pages": pages}))


if __name__ == "__main__":
    main()
