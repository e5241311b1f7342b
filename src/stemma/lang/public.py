"""English frames of public words: how reports announce posts and statements, and phrases that everybody uses."""

import re

SIGNATURE = re.compile(
    r"[—–-]{1,2}\s?[^\n—–]{1,80}?\(@\w{1,30}\)"  # — Name (@handle) February 5, 2018
    r"|pic\.twitter\.com/\w+|https?://t\.co/\w+"
    r"|A (?:post|photo|video) (?:shared|posted) by [^\n]{1,80}\(@[\w.]{1,40}\)"
)
"""What an embedded post ends with."""

ANNOUNCED_POST = re.compile(
    r"(?:tweeted|posted|(?:wrote|said|posted|announced)\b[^.!?\n]{0,60}\b(?:on|in|via)\b[^.!?\n]{0,40}"
    r"(?:Twitter|Facebook|Instagram|Telegram|Weibo|X|post|tweet|account))[^.!?\n]{0,60}:\s*$"
)
"""A paragraph that ends so announces a post in the next one."""

ANNOUNCED_STATEMENT = re.compile(
    r"(?:statement|letter|communiqué|release|memo|e-?mail|declaration|transcript|text)\b[^.!?\n]{0,80}:\s*$"
    r"|(?:reads?|said|says|stated|announced|continued|added)\b[^.!?\n]{0,40}:\s*$",
    re.IGNORECASE,
)
"""A paragraph that ends so announces somebody's words in the next one."""

POSTED = re.compile(r"\b(?:tweet(?:ed|s)?|Twitter|Facebook|Instagram|Telegram|Weibo|posted|hashtag)\b")
"""A sentence with such a word may quote a post."""

STATED = re.compile(
    r"\b(?:statement|spokes(?:man|woman|person|people)|press release|communiqué|news conference|letter|memo)\b", re.I
)
"""A sentence with such a word may quote an official statement."""

STATED_WITHOUT_MARKS = re.compile(
    r"\baccording to (?:a|an|the|its|his|her|their|our) (?:[\w'’-]+ ){0,3}?"
    r"(?:statement|press release|news release|release|communiqué|letter|memo|filing|affidavit|indictment|complaint"
    r"|ruling|bulletin|advisory)\b"
    r"|\b(?:statement|press release|news release|communiqué|affidavit|indictment|complaint|advisory)\s+"
    r"(?:said|says|read|reads|added|adds|stated|states|continued)\b",
    re.IGNORECASE,
)
"""A sentence with such a frame gives somebody's written words, often pasted without marks."""

STOCK = re.compile(
    r"did(?:n['’]t| not) (?:immediately )?(?:respond|reply|return)(?: to)?"
    r"(?: (?:an?|the|any|several|multiple|repeated|phone|telephone|e-?mail|emailed|calls?|messages?|requests?|queries"
    r"|inquiries|and|or|seeking|requesting|for|comment))*"
    r"|could not (?:immediately )?be reached for comment"
    r"|(?:declined|refused) to (?:give|provide)?(?: any)?(?: further)? ?(?:comment|details)(?: further)?"
    r"|spoke (?:to \w+ )?on (?:the )?condition of anonymity(?: because (?:he|she|they) (?:was|were) not authori[sz]ed"
    r" to (?:speak|talk|comment)(?: (?:publicly|to the (?:media|press)|about|on|the|matter))*)?"
    r"|for the first time since|the first time in (?:more than )?\w+ years|at the time of writing|as soon as possible"
    r"|in the early hours of|is expected to be|the rest of the world|one of the most",
    re.IGNORECASE,
)
"""Phrases that reporters share without copying."""

REPORTING = frozenset(
    """
    according acknowledged added adding adds admitted alleged announced answered argued asked called claim claimed
    claims confirmed declared denied described disclosed explained insisted mentioned noted pledged posted promised
    quoted recalled reiterated remarked replied reported reports revealed said say saying says spoke spokesman
    spokesperson spokeswoman stated statement stressed suggested tell telling tells told tweeted urged vowed warned
    writes wrote
    """.split()
)
"""Words of the frame around somebody's words."""

IN_PASSING = frozenset("called confirmed described disclosed posted reported reports revealed statement".split())
"""Words of saying that often stand where nobody is quoted: "which was reported at noon"."""

LOADED = frozenset(
    """
    acknowledged admitted alleged boasted claim claimed claims conceded confessed denied insisted
    """.split()
)
"""Words of saying that judge what is said."""

NEGATION = frozenset(
    """
    not no never none nobody nothing neither nor without cannot can't won't didn't doesn't isn't
    """.split()
)
"""Words whose coming or going turns a sentence round."""

NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
    dozens scores hundreds thousands millions billions half twice double several
    """.split()
)
"""Words that count."""
