"""What the names of files tell: kinds that hold no reports, files that tell about the folder they lie in."""

NO_REPORTS = frozenset(
    (
        ".css .js .mjs .map .py .c .h .cpp .java .rs .go .sh .bat .xml .svg .csv .tsv .yaml .yml .toml .ini .cfg .log "
        ".sql .srt .vtt .ics .lock .png .jpg .jpeg .gif .webp .avif .bmp .ico .tif .tiff .heic .mp3 .m4a .ogg .wav "
        ".mp4 .m4v .mov .webm .avi .woff .woff2 .ttf .otf .eot .swf .db .sqlite .url .lnk .webloc"
    ).split()
)
"""Suffixes of files that hold no reports, whatever is in them but a feed."""

ABOUT_FOLDERS = frozenset(
    "readme license licence copying notice changelog contributing authors makefile thumbs desktop".split()
)
"""Names, without suffix, of files that tell about the folder they lie in."""

PAGES = frozenset((".html", ".htm", ".xhtml"))
"""Suffixes of web pages."""

BESIDE_PAGES = tuple(
    "_files -Dateien _fichiers _archivos _file _arquivos _ficheiros _bestanden _pliki -filer _filer _soubory _файлы "
    ".files _data".casefold().split()
)
"""What browsers add to the name of a saved page for the folder of its pictures and frames, in their languages."""

ARCHIVES = frozenset(".zip .tar .gz .tgz .bz2 .tbz2 .xz .txz .zst .7z .rar .lz4 .lzma .z .cab .arj .iso .jar".split())
"""Suffixes of archives, whatever is in them."""
