"""What a file is that is not taken, in words that say what to do instead."""

_FILM = "是{}视频，很多手机和电脑放不了。请用剪映等软件导出为 MP4（H.264）再上传。"
_STARTS = (
    (b"BM", "是 BMP 图片。请用“画图”另存为 PNG 或 JPG 再上传。"),
    (b"II*\0", "是 TIFF 图片。请另存为 JPG 或 PNG 再上传。"),
    (b"MM\0*", "是 TIFF 图片。请另存为 JPG 或 PNG 再上传。"),
    (b"\x30\x26\xb2\x75", _FILM.format(" WMV ")),
    (b"FLV\x01", _FILM.format(" FLV ")),
    (b"MZ", "是程序文件，不能上传。"),
    (b"\x7fELF", "是程序文件，不能上传。"),
    (b"#!", "是程序文件，不能上传。"),
    (b"Rar!", "是压缩包，读者打不开也没法检查。请解压后逐个上传里面的文件。"),
    (b"7z\xbc\xaf", "是压缩包，读者打不开也没法检查。请解压后逐个上传里面的文件。"),
    (b"PK", "是压缩包或不认识的文档，没法检查。如果是压缩包，请解压后逐个上传里面的文件。"),
    (b"{\\rtf", "是 RTF 文档。请在 Word 或 WPS 里另存为 docx 再上传。"),
    (b"ID3", "是声音文件，现在只能上传视频。请把声音做成视频再上传。"),
)
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def what_is_wrong(head: bytes) -> str:
    """One or two sentences for the beginning of a file that no rule takes."""
    if not head:
        return "是空文件，请检查后重新选择。"
    if head[:1] == b"\0" and head[4:8] == b"ftyp":
        return _box_file(head)
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return _FILM.format(" AVI ")
    found = next((words for start, words in _STARTS if head.startswith(start)), None)
    return found or _text(head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").lower())


def _box_file(head: bytes) -> str:
    if head[8:12] == b"avif":
        return "是 AVIF 图片，很多手机和电脑看不了。请另存为 JPG 或 PNG 再上传。"
    if head[8:12] in _HEIC:
        return "是苹果手机的 HEIC 图片，很多手机和电脑看不了。请在手机相册里另存为 JPG 再上传。"
    return _FILM.format(" MOV 或其他格式的")


def _text(start: bytes) -> str:
    if b"<svg" in start:
        return "是 SVG 图片，里面可以藏程序，不能上传。请另存为 PNG 再上传。"
    if start.startswith(b"<"):
        return "是网页或 XML 文件，不能上传。请把内容写进文章，或另存为 PDF 再上传。"
    return "不是可以上传的类型。"
