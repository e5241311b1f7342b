"""Words and patterns of what pages carry around prose: share bars, captions, notices.

Each pattern is matched from the start of one line, case ignored unless it says otherwise, against at most some
hundred characters of it. `$` is the end of the line.
"""

WHOLE_LINES = frozenset(
    (
        "advertisement",
        "advertisements",
        "advertisement - continue reading below",
        "advertisement continue reading the main story",
        "article continues below",
        "article continues below advertisement",
        "story continues below",
        "story continues below advertisement",
        "story continues",
        "continue reading",
        "continue reading below",
        "continue reading the main story",
        "sponsored",
        "sponsored content",
        "promoted",
        "paid content",
        "photo",
        "photos",
        "video",
        "image",
        "caption",
        "close",
        "more in",
        "more-in",
        "now playing",
        "watch now",
        "play video",
        "play slideshow",
        "back to gallery",
        "view gallery",
        "view image in fullscreen",
        "youtube",
        "skip",
        "skip in skip x embed x share",
        "scroll down",
        "scroll down for video",
        "scroll below for video",
        "scroll down for videos",
        "share",
        "share this",
        "share this article",
        "share this story",
        "share on facebook",
        "share on twitter",
        "share on whatsapp",
        "share on linkedin",
        "share via email",
        "share via",
        "copy link",
        "copy this link",
        "tweet",
        "tweet this",
        "retweet",
        "like",
        "pin it",
        "facebook",
        "twitter",
        "whatsapp",
        "linkedin",
        "pinterest",
        "reddit",
        "telegram",
        "instagram",
        "google+",
        "email",
        "e-mail",
        "email this",
        "email this article",
        "print",
        "print this",
        "print this article",
        "print this page",
        "save",
        "bookmark",
        "comment",
        "comments",
        "view comments",
        "leave a comment",
        "post a comment",
        "add a comment",
        "join the conversation",
        "join the discussion",
        "reply",
        "follow us",
        "subscribe",
        "subscribe now",
        "sign up",
        "sign in",
        "log in",
        "register",
        "read more",
        "read also",
        "also read",
        "more",
        "more news",
        "most read",
        "most viewed",
        "most popular",
        "trending",
        "trending now",
        "recommended",
        "recommended for you",
        "related",
        "related articles",
        "related stories",
        "related news",
        "related topics",
        "related content",
        "related video",
        "topics",
        "tags",
        "you may also like",
        "you might also like",
        "more on this story",
        "latest news",
        "don't miss",
        "top stories",
        "editor's picks",
        "next article",
        "previous article",
        "back to top",
        "top",
        "home",
        "menu",
        "search",
        "all rights reserved",
        "accept",
        "accept all",
        "accept cookies",
        "accept all cookies",
        "manage cookies",
        "cookie settings",
        "manage preferences",
        "privacy policy",
        "terms of use",
        "terms and conditions",
        "loading",
    )
)
"""Lines that are furniture when they hold nothing else; case-folded, without marks at their ends."""

SHARE = (
    r"(?:please )?share (?:this|on|via|with)\b[^.!?]{0,60}$",
    r"(?:click (?:here )?to )(?:share|tweet|email|print)\b",
    r"(?:read or share this story|share this (?:story|article|page))\s*:",
    r"(?:like|follow|find|join) (?:us|[\w@' ]{2,40}) on (?:facebook|twitter|instagram|telegram|whatsapp|linkedin"
    r"|youtube|google news|x)\b[^.]{0,80}\.?$",
    r"follow @\w+",
    r"(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|email|e-mail|print|telegram|messenger|copy link"
    r"|share|tweet|save)"
    r"(?:[\s|,/·•-]+(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|email|e-mail|print|telegram|messenger"
    r"|copy link|share|tweet|save|x))+$",
    r"[\d.,]+\s?[km]?\s+(?:shares?|comments?|views?|likes?|retweets?|votes?|reactions?)$",
    r"(?:comments?|shares?|views?)\s*[:(]?\s*[\d.,]+\s?[km]?\s*\)?$",
    r"(?:view|show|read|hide|see) (?:all |the )?(?:[\d,]+ )?comments?\b[^.]{0,20}$",
)

RELATED = (
    r"(?:read (?:more|also|next|this)|also read|see also|also see|related(?: (?:story|stories|article|articles"
    r"|news|content|coverage|video|links?))?"
    r"|more(?: on this| from [\w' ]{2,40})?|don'?t miss|recommended|must read|watch(?: (?:now|video|live))?"
    r"|in pictures|further reading|in case you missed it)"
    r"\s*(?:[:»›>|]|–\s|—\s|-\s)\s*(?-i:[^a-z\s]|$)",
    r"READ (?:MORE|ALSO|NEXT) [A-Z]",
    r"(?:just watched|must watch)\b.{0,300}$",
    r"most (?:read|viewed|popular|shared) (?:in|on)\b",
    r"related (?:stories|articles)\b",
    r"(?:click|tap) here (?:to|for)\b",
    r"for (?:more|the latest) (?:news|stories|on this story|updates|information)\b[^.]{0,80}(?:click|visit|follow"
    r"|go to|check out|see)\b",
    r"(?:contact|e-?mail) (?:the|our|us|this)\b[^.]{0,40}(?:\bat|:)\s*\S+@",
    r"(?:got|have|do you have) a (?:story|tip|news tip)\b",
    r"we pay for (?:your )?(?:stories|videos|pictures)\b",
    r"today['’]s coverage from\b",
    r"to (?:read|view) (?:the )?(?:full|complete) (?:story|article)\b",
    r"continue reading\s*(?:…|\.{3})?$",
    r"[^.!?]{5,120} read more$",
)

SIGN_UP = (
    r"newsletter sign ?up\b",
    r"(?:sign up|subscribe) (?:to|for|here|now)\b.{0,160}(?:newsletters?|e-?mails?|alerts?|updates?|inbox"
    r"|briefing|channel|podcast|notifications?|free|magazine)\b",
    r"get (?:the|our|all|daily|breaking|more|today's) .{0,80}(?:inbox|newsletters?|e-?mail|delivered|app)\b",
    r"subscribe (?:to|for) (?:updates|our|the)\b[^.]{0,60}\.?$",
    r"(?:download|get) (?:the|our) [\w' ]{0,30}\bapp\b",
    r"(?:thank you|thanks) for (?:subscribing|signing up|registering)\b",
    r"(?:please )?(?:enter|re-?enter|verify) (?:your|a valid) e-?mail\b",
    r"(?:invalid|your) e-?mail address\b[^.]{0,40}\.?$",
    r"by (?:signing up|subscribing|submitting|clicking|registering)\b.{0,60}\byou\b.{0,30}\b(?:agree|consent"
    r"|accept|confirm|will)\b",
    r"support (?:our|independent|quality) journalism\b",
    r"(?:already )?a subscriber\? (?:log|sign) in",
    r"keep up with this story and more by subscribing\b",
    r"(?:create|register for) a(?: free)? account\b",
)

COOKIES = (
    r"(?:this|our|the) (?:web ?site|site|page|service) (?:uses|use|stores|makes use of) cookies\b",
    r"(?:we|[\w. ]{2,30}) (?:and our partners )?use cookies\b",
    r"(?:we|our partners) (?:value|respect|care about) your privacy\b",
    r"by (?:continuing|using|browsing|closing|clicking).{0,60}\b(?:cookies|cookie policy)\b",
    r"(?:cookies?|privacy) (?:policy|settings|notice|preferences|consent)\b[^.]{0,60}$",
    r"please (?:enable|turn on|activate) (?:javascript|cookies)\b",
    r"(?:your browser|javascript) (?:does not|is not|is disabled|isn't)\b",
)

ADVERTS = (
    r"(?:advertisement|advertorial|sponsored(?: content| by [\w' ]{2,40})?|paid (?:post|content)"
    r"|promoted by [\w' ]{2,40})\s*[-–—:|.]?\s*$",
    r"(?:article|story|report) continues (?:below|after)\b",
    r"window\._|googletag|\(function\s?\(|var \w+ ?= ?",
    r"(?:buy|grab|get|(?:shop|order) (?:now|online|our|the|your)|save (?:up to|big|now|\d))\b"
    r".{0,300}(?:\b\d{1,2}\s?% off\b|\b(?:click|tap) here|\bshop now|\border now"
    r"|\b(?:promo|discount|coupon|voucher) code"
    r"|\bfree shipping|\blimited[- ]time offer)\b",
    r"(?:buy|shop|order|subscribe|book)(?: yours)? (?:now|today|here)(?:\s*[.!»›>]*$|(?: and| to| for| from| at| with)"
    r"\b[^.!?]{0,80}[.!]?$)",
    r"click (?:below|(?:on )?(?:the|this) link)\b[^.!?]{0,80}[.!]?$",
)

NOTICES = (
    r"copyright\s*(?:©|\(c\)|&copy;)?\s*(?:by\s+)?\(?(?:19|20)\d\d\b",
    r"(?:copyright\s*)?(?:©|\(c\))\s*[^.!?]{0,60}\b(?:19|20)\d\d\b",
    r"copyright (?:[\w&']+ ){1,6}(?:19|20)\d\d\.?$",
    r"©\s?(?:19|20)?[^.!?]{2,60}\.?$",
    r"(?:all )?copyrights? (?:©|reserved|notice)\b",
    r"(?:the )?[\w' &]{2,40}\. all rights reserved\b",
    r"all rights reserved\b[^.]{0,80}\.?$",
    r"this (?:material|article|story|content) may not be (?:published|reproduced|copied)\b",
    r"(?:reproduction|republication|distribution) (?:of this|in whole|without)\b[^.]{0,100}\b(?:prohibited"
    r"|permission|forbidden)\b",
    r"[\w.' ]{0,30}transcripts are (?:created|made|produced) on a rush\b",
    r"\((?:reporting|writing|additional reporting|editing|compiled|with (?:files|inputs?|reporting"
    r"|agency inputs))\b[^()]*\)\.?$",
    r"(?:reporting|writing|additional reporting) by [^.;]{2,120}; (?:editing|writing|additional reporting"
    r"|compiled) by\b",
    r"additional reporting (?:by|from)\b[^.]{2,120}\.?$",
    r".{2,300}\bcontributed (?:to|reporting to|reporting for) this (?:report|story|article|dispatch)\b.{0,40}$",
    r".{2,80}\bcontributed reporting\b[^.]{0,40}\.?$",
    r"information from: ",
    r"(?:this|the above) (?:story|article|report|post) (?:originally|first|was (?:first|originally|produced"
    r"|published|written|provided))\b.{0,160}$",
    r"(?:source|via)\s*:\s*[^.!?]{2,40}$",
    r"editing by\s*:?\s[^.]{2,80}\.?$",
)

CAPTION_STARTS = (
    r"(?:file(?: photo| picture| image)?|photo|photos|picture|pictured|image|caption|in this photo|video"
    r"|illustration|graphic|screengrab|screenshot"
    r"|pic|infographic)(?: \([^)]{1,30}\))?\s*:\s*\S",
    r"file\s*[-–—]{1,2}\s+\S",
    r"file (?:photo|image|picture|pic)\b",
    r"(?:image|media|photo|picture) (?:copyright|caption|source|credit)\b",
    r"enlarge this image\b",
    r"(?:this|an?|the) (?:[\w-]+ )?(?:photo(?:graph)?|image|picture|screengrab|screenshot|frame grab|video grab"
    r"|satellite image)"
    r" (?:released|provided|taken|made available|from|obtained|issued|distributed|posted)\b.{0,200}\b(?:shows?"
    r"|showing|depicts?|purports?|apparently)\b",
    r"(?:screen ?grab|screenshot|video grab|grab|still) (?:of|from|translation|taken|image)\b",
    r"in this (?:\w+\.? \d{1,2},? (?:\d{4},? )?)?(?:file |handout |satellite )?(?:photo|image|picture|frame|video)\b",
    r"\(?(?:photo|picture|image|video|pic)s? (?:by|courtesy(?: of)?|via|provided by|supplied by"
    r"|from)\b[^.!?]{2,80}\)?$",
    r"\(courtesy(?: of)? [^()]{2,80}\)$",
)

CAPTION_ENDS = (
    r"[\[(|]\s*(?:photo(?:graph)?s?|images?|pictures?|pics?|video|illustration|graphic|credits?)(?: credits?"
    r"| courtesy| source)?\s*[:/][^\[\]()]{1,80}[\])]?$",
    r"\b(?:Photo(?:graph)?|Image|Picture|Pic|Video|Illustration|Photographer)s?(?: [Cc]redit"
    r"| [Cc]ourtesy(?: of)?)?\s?: ?[^.!?:\"“”]{2,60}$",
    r"\((?:file|archive|stock|library|handout)(?: (?:photo|image|picture|pic))?\)\.?$",
    r"\bfile (?:photo|picture|image)\.?$",
    r"©\s?[\w.' -]{1,40}\([^()]{2,30}\)$",
    r"\(pictured[^()]{0,40}\)$",
    r"\((?:image |photo )?courtesy(?: of)? [^()]{2,60}\)$",
    r"\bhide caption \d{1,3} of \d{1,3}$",
)


LONG_STARTS = (
    r"(?:most read in|related stories) [A-Z'‘\"(]",
    r"photo: [^.]{2,60} image \d+ of\b",
    r"newsletter sign ?up\b",
    r"enlarge this image\b",
    r"window\._|googletag|\(function\s?\(",
    r"just watched\b",
    r"get daily updates directly to your inbox\b",
)
"""Starts that make even a line longer than a sentence or two furniture."""

TEASERS = (r"story highlights\b", r"(?:key|main) (?:points|takeaways)\s*:?$", r"highlights\s*:?$")
"""Starts of a list that says again, in short, what the text below says."""

NO_PLACES = frozenset(
    (
        "update",
        "updates",
        "watch",
        "breaking",
        "exclusive",
        "video",
        "photos",
        "photo",
        "file",
        "correction",
        "clarification",
        "opinion",
        "analysis",
        "live",
        "factbox",
        "timeline",
        "explainer",
        "review",
        "editorial",
        "urgent",
        "alert",
        "advisory",
        "graphic",
        "interview",
        "comment",
    )
)
"""Words in capitals before a dash that aren't the place of a dateline."""

NAME_PARTICLES = frozenset(
    (
        "and",
        "&",
        "with",
        "for",
        "in",
        "of",
        "the",
        "de",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "el",
        "at",
    )
)
"""Words in lower case that the names of a byline hold."""

TITLE_PARTICLES = frozenset(
    ("a", "an", "and", "at", "by", "de", "for", "in", "la", "of", "on", "the", "to", "und", "&", "|", "-", "–", "—")
)
"""Words in lower case, and signs, that a running title holds."""

SERIES = (
    r"\b(?:report|review|bulletin|newsletter|monthly|weekly|quarterly|daily|digest|outlook|survey|monitor|briefing"
    r"|update|journal|issue|vol(?:ume)?)\b"
)
"""What periodicals call themselves in their running titles."""

LIVE = (
    r"\blive\b(?!\s+(?:music|show|album|tv))"
    r"|\bas it happened\b|\bliveblog\b|\blive-?ticker\b|\ben direct\b|\ben vivo\b"
)
"""What a live blog calls itself in its headline."""

ADVERT_TOKENS = frozenset(
    (
        "ad ads advert adverts advertisement advertisements advertising advertorial adsbygoogle adslot adunit adbox "
        "sponsor sponsors sponsored sponsorship promo promos promoted promotion promotions newsletter newsletters "
        "taboola outbrain revcontent zergnet mgid cookie cookies werbung publicidad publicite"
    ).split()
)
"""Words in the classes of elements that hold advertisements and promotion."""

ADVERT_EXCEPTIONS = frozenset("no non not free without before after has with supported".split())
"""Words beside those that say the element is no advertisement: "ad-free", "after-ad"."""

UNSEEN_TAGS = frozenset("script style template noscript head title iframe object svg button form select".split())
"""Elements whose words no reader of a page sees."""

BLOCK_TAGS = frozenset(
    (
        "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main "
        "ol p pre section table tbody td th thead tr ul center"
    ).split()
)
"""Elements that begin and end on lines of their own."""

COMPOUND_STARTS = frozenset(
    (
        "self ex vice half well all long short high low cross mid two three four five six seven eight nine ten twenty "
        "thirty forty fifty sixty seventy eighty ninety first second third then"
    ).split()
)
"""First halves that keep their hyphen where a line ends at it: "self-defence", "two-thirds"."""
