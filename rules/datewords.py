"""Words that say what happens on the date beside them, by language; regular expressions.

A space stands for any white space. `BEFORE` ends where the date begins, `AFTER` begins where it
ends. `by` is a deadline where the sentence asks for comments (`TOPICS`), otherwise nothing;
so is `until`, which otherwise is the end of a measure. `range` counts only before a range.
"""

from __future__ import annotations

from collections.abc import Mapping

Cues = Mapping[str, str]  # effective, until, deadline, by, range -> expression

BEFORE: Mapping[str, Cues] = {
    "en": {
        "deadline": r"deadline(?: for [\w ]{1,40}?)?(?: is| of)?|no later than|not later than"
        r"|(?:comments?|submissions?|views|responses?)[\w ]{0,40}? due(?: by| on)?"
        r"|comment period (?:ends|closes|runs until)",
        "effective": r"(?<!letter\ )(?<!notice\ )(?<!data\ )(?<!report\ )(?<!statement\ )"
        r"(?<!figures\ )(?<!period\ )(?:from|since)|as (?:of|from)|with effect from|on and after"
        r"|effective(?: date)?(?: from| on| as of| as from| is| of)?"
        r"|start(?:s|ing)(?: from| on| in)?|beginn?(?:s|ing)(?: from| on| in)?"
        r"|(?:takes?|taking|took) effect(?: on| from| in)?"
        r"|(?:comes?|coming|came|enter(?:s|ed|ing)?|go(?:es)?|going|went) into (?:force|effect)"
        r"(?: on| from| in)?|in (?:force|effect) (?:from|on|since|as of)"
        r"|appl(?:y|ies|icable) (?:from|as of|as from|on)",
        "until": r"until|till?|through|expir(?:es?|ed|ing|y)(?: date)?(?: is| on| in| of)?"
        r"|ends? on|lapses? on|valid (?:to|until)|up to and including",
        "by": r"by|on or before|before|close[sd]? on",
    },
    "nl": {
        "deadline": r"uiterlijk(?: op| tot| v[oó]{1,2}r)?|uiterste (?:datum|inzenddatum)(?: is)?"
        r"|deadline(?: is)?|sluit(?:ingsdatum)?(?: op| is)?",
        "effective": r"vanaf|met ingang van|ingaande|per|sinds|ingangsdatum(?: is)?"
        r"|(?:van kracht|geldt|gelden|van toepassing|in werking)(?: vanaf| per| op| sinds)",
        "until": r"tot(?: en met| uiterlijk)?|t/m"
        r"|(?:loopt|lopen) (?:af )?(?:op|tot)|(?:vervalt|vervallen|eindigt|eindigen|verloopt)"
        r"(?: op| per| met ingang van)",
        "by": r"v[oó]{1,2}r",
        "range": r"van",
    },
    "de": {
        "deadline": r"spätestens(?: am| bis| bis zum)?|(?:einreichungs|abgabe)?frist(?: ist| bis)?",
        "effective": r"ab|seit|mit wirkung (?:vom|zum|ab)|gültig ab|gilt ab|gelten ab",
        "until": r"bis|befristet bis|(?:endet|enden|verfällt|verfallen) (?:am|im|mit)"
        r"|läuft am|laufen am",
        "by": r"vor",
        "range": r"vom|von",
    },
    "fr": {
        "deadline": r"au plus tard|date limite(?: est| fixée au| est fixée au)?|avant le",
        "effective": r"[àa] partir d[ue]|[àa] compter d[ue]|d[èe]s|depuis"
        r"|(?:entr\w+|mise?s?) en vigueur(?: le| au| [àa] partir du| en)?"
        r"|(?:prend|prendra|prenant) effet(?: le| au| [àa] compter du| en)?"
        r"|applicables? (?:le|au|[àa] partir d[ue]|[àa] compter d[ue])",
        "until": r"jusqu['’ ]?(?:au|[àa]|en)?|expir\w+(?: le| au| en)?"
        r"|prend(?:ra)? fin(?: le| en)?",
        "by": r"d['’]ici(?: le| au| [àa])?",
        "range": r"du|de",
    },
    "es": {
        "deadline": r"a más tardar(?: el)?|fecha límite(?: es)?(?: el)?|plazo[\w ]{0,30}? hasta",
        "effective": r"a partir del?|desde|a contar del?|vigentes? (?:desde|a partir del?)"
        r"|entra(?:rá|n|rán|ron|ndo)? en vigor(?: el| en| a partir del?)?"
        r"|entr(?:ó|e|en) en vigor(?: el| en)?|con efectos? (?:desde|a partir del?|del?)",
        "until": r"hasta|(?:expira|vence|termina|caduca|finaliza)(?:rá|n|rán)?(?: el| en)?",
        "by": r"antes del?",
        "range": r"del?",
    },
    "pt": {
        "deadline": r"o mais tardar(?: em| até)?|data limite(?: é)?|prazo[\w ]{0,30}? até",
        "effective": r"a partir d[eo]|desde|a contar d[eo]|com efeitos? (?:a partir d[eo]|desde|em)"
        r"|(?:entra|entrará|entram|entrarão|entrou|entrar) em vigor(?: em| a| no| a partir d[eo])?"
        r"|em vigor (?:desde|a partir d[eo])|vigentes? (?:desde|a partir d[eo])",
        "until": r"até|(?:expira|termina|vence)(?:rá|m|rão)?(?: em| no| a)?",
        "by": r"antes d[eo]",
        "range": r"d[eo]",
    },
    "ru": {
        "deadline": r"не позднее|не позже|крайний срок|срок[\w ]{0,40}? до",
        "effective": r"со?|начиная со?"
        r"|вступ(?:ает|ают|ит|ят|ил|ила|ило|или|ление) в (?:силу|действие)(?: со?| в)?"
        r"|действ(?:ует|уют|ующий|ие) со?",
        "until": r"до|по|истека(?:ет|ют)|ист[её]к(?:ает|ла|ло|ли)?|действ(?:ует|уют) (?:до|по)",
        "by": r"к",
    },
    "uk": {
        "deadline": r"не пізніше|кінцевий термін|термін[\w ]{0,40}? до",
        "effective": r"зі?|із|починаючи зі?|почина[єю]ть? ді[яї]ти зі?"
        r"|набира(?:є|ють|тиме) чинності(?: зі?| у)?|набу(?:де|ває|вають|дуть) чинності(?: зі?)?",
        "until": r"до|по|спливає|закінчується|ді(?:є|ють) до",
    },
    "pl": {
        "deadline": r"najpóźniej(?: do)?|nie później niż|termin[\w ]{0,40}?(?: upływa| mija| do)",
        "effective": r"od|od dnia|począwszy od|z dniem|(?:wchodz\w+|wejdz\w+|wejści\w+) w życie"
        r"(?: z dniem| od| dnia| w)?",
        "until": r"do|do dnia|wygasa(?:ją)?(?: z dniem| dnia)?|obowiązuj\w+ do",
        "by": r"przed(?: dniem)?",
    },
    "zh": {
        "deadline": r"截止(?:时间|日期|日|期限)?(?:为|是|至|到)?"
        r"|(?:最迟|最晚|不晚于|不迟于)(?:于)?",
        "effective": r"(?<!来)自|从|從|由|生效(?:日期|时间)?(?:为|是)?"
        r"|(?:实施|施行)(?:日期|时间)为",
        "until": r"(?:延长|延期|有效期|暂停|中止|实施)?[至到](?:期日?为)?|有效期(?:至|到|为)",
    },
    "ja": {
        "deadline": r"(?:締め?切り?|期限|提出期限)(?:は|:|：)?",
        "effective": r"(?:施行日|発効日)(?:は|:|：)?",
        "until": r"(?:失効日|終了日)(?:は|:|：)?",
    },
    "ko": {
        "deadline": r"(?:마감일?|제출 ?기한)(?:은|는|:)?",
        "effective": r"(?:시행일|발효일)(?:은|는|:)?",
        "until": r"(?:만료일|종료일)(?:은|는|:)?",
    },
    "ar": {
        "deadline": r"(?:في )?موعد أقصاه|آخر موعد[\w ]{0,30}?(?: هو)?|في موعد لا يتجاوز",
        "effective": r"(?:ال)?[إا]عتبار[\u064b-\u0652]*ا?[\u064b-\u0652]*"
        r" من|[إا]بتداء[\u064b-\u0652]*ا?[\u064b-\u0652]* من|بدء[\u064b-\u0652]*ا?[\u064b-\u0652]*"
        r" من|منذ|(?:ي|ت)دخل حيز (?:التنفيذ|النفاذ)(?: في)?|(?:ي|ت)سري(?: من| في| [إا]عتبارا من)"
        r"|من",
        "until": r"حتى|(?:[إا]لى|ل)غاي[ةه]|[إا]لى غاي[ةه]|(?:ي|ت)نتهي(?: في)?",
        "by": r"قبل|بحلول",
    },
    "tr": {
        "deadline": r"en geç|son (?:tarih|başvuru tarihi|gün)(?:i)?(?: olan)?:?",
        "effective": r"yürürlük tarihi:?",
        "until": r"bitiş tarihi:?",
    },
    "id": {
        "deadline": r"paling lambat(?: pada)?|batas waktu(?: hingga| pada| sampai)?"
        r"|selambat-lambatnya",
        "effective": r"mulai(?: berlaku)?(?: pada| dari)?|terhitung(?: mulai| sejak)?|sejak|per"
        r"|berlaku (?:mulai|efektif|sejak|pada|per)(?: pada)?|efektif(?: mulai| pada| per)?",
        "until": r"hingga|sampai(?: dengan)?|s\.d\.|s/d|berakhir(?: pada)?",
        "by": r"sebelum",
        "range": r"dari",
    },
}  # fmt: skip

AFTER: Mapping[str, Cues] = {
    "en": {"effective": r"(?:onwards?|forward)\b"},
    "nl": {
        "effective": r"(?:in werking|van kracht|in (?=\.|$)|ingaan)\b",
        "until": r"(?:af|verlopen|aflopen)\b",
    },
    "de": {
        "effective": r"(?:in kraft|wirksam|gelten|gültig)\b",
        "until": r"(?:auslaufen|außer kraft)\b",
    },
    "zh": {
        "until": r"(?:24时)?(?:止|为止|到期|失效|期满)",
        "effective": r"(?:[零0]时)?(?:起|开始|正式(?:起|实施|施行|生效)|生效|施行|实施"
        r"|執行|执行|實施)",
        "by": r"(?:之?前|以前)",
    },
    "ja": {
        "until": r"(?:まで|迄|に失効|に終了|に期限)",
        "effective": r"(?:[0零]時)?(?:から|より|以降|付けで施行|付で施行|に施行|に発効|に適用"
        r"|に開始|施行|発効)",
    },
    "ko": {
        "until": r"(?:자정)?(?:까지|에 (?:만료|종료)|만료|종료)",
        "effective": r"(?:자로|부터|이후|부로|에? ?(?:시행|발효)|에? ?발효|자정부터)",
    },
    "tr": {
        "effective": r"['’]?(?:[dt][ae]n)? ?(?:tarihinden |gününden )?(?:itibaren|başlayarak"
        r"|bu yana)"
        r"|(?:tarihi |günü )?(?:itibarıyla|itibariyle)"
        r"|['’]?(?:[dt][ae]|tarihinde|günü)? ?(?:yürürlüğe|başlayacak|uygulanacak|geçerli)",
        "until": r"['’]?(?:[yn]?[ae])? ?(?:tarihine |gününe )?(?:kadar|değin|dek)"
        r"|['’]?(?:[dt][ae]|tarihinde|günü)? ?(?:sona er|dolacak|bitecek)",
    },
}  # fmt: skip

# Small words between the sign and the date; names of weekdays are added.
FILLERS: Mapping[str, str] = {
    "en": r"the|on|at|of|in|midnight|early|mid|late|end|beginning|start",
    "nl": r"de|het|op|om|middernacht|begin|eind|half|medio|zondag|uur|dag",
    "de": r"dem|den|der|zum|am|im|einschließlich|mitternacht|anfang|mitte|ende|inklusive|00:00|uhr",
    "fr": r"le|la|du|au|de|ce|mois|début|mi|fin|minuit|jour",
    "es": r"el|la|los|del|de|día|mes|comienzos|mediados|finales|medianoche|próximo",
    "pt": r"o|a|do|de|dia|mês|início|meados|final|fim|próximo",
    "ru": r"дня|дата|начала|середины|конца|\d\d:\d\d|часов",
    "uk": r"дня|дата|початку|середини|кінця",
    "pl": r"dnia|dniem|początku|połowy|końca|roku",
    "zh": r"于|日|当日|(?:即日起|今日起)?至",
    "ja": r"は|、",
    "ko": r"은|는|오는|지난",
    "ar": r"يوم|تاريخ|شهر|بداية|نهاية|منتصف|في",
    "tr": r"",
    "id": r"tanggal|hari|bulan|awal|akhir|pertengahan|pada",
}

# What a deadline is for: words of consultations, in the same sentence before the date.
TOPICS: Mapping[str, str] = {
    "en": r"\b(?:comments?|submissions?|consultation|feedback|views|written (?:data|submissions)"
    r"|petitions?|requests? for (?:a )?hearing|respon(?:d|ses?))\b",
    "nl": r"reacties?|reageren|zienswijzen?|consultatie|inspraak|opmerkingen",
    "de": r"stellungnahmen?|konsultation|kommentare?|anmerkungen|einwendungen",
    "fr": r"observations|commentaires|consultation|contributions|avis du public",
    "es": r"comentarios|observaciones|consulta pública|alegaciones",
    "pt": r"comentários|contribuições|consulta pública|manifestações|observações",
    "ru": r"замечани|предложени|комментари|обсуждени|отзыв",
    "uk": r"зауважен|пропозиці|коментар|обговорен",
    "pl": r"uwag[ię]?\b|konsultacj|komentarz|opinii|opinie",
    "zh": r"征求意见|公开征求|意见|反馈|评论|徵求意見",
    "ja": r"意見|パブリックコメント|パブコメ|コメント",
    "ko": r"의견|공청|코멘트",
    "ar": r"تعليقات|ملاحظات|آراء|استشارة",
    "tr": r"görüş|yorum|öneri|itiraz",
    "id": r"tanggapan|masukan|komentar|konsultasi|pendapat",
}

# Beside these words a stretch of time is looked back on; nothing begins or ends.
LOOKED_BACK = r"period of (?:review|investigation)|\bPO[RI]\b|reporting period"

# Between the two dates of a range. «to» and its like alone are no sign of an end.
BETWEEN = (
    r"[-–—~〜～]|to|until|till|through|and|tot(?: en met)?|t/m|en|bis(?: zum)?|und|au"
    r"|jusqu['’]au|et|al?|hasta(?: el)?|y|até|e|à|ao|по|до|i|i do|do|та|至|到|から|より|부터|에서"
    r"|[إا]لى|حتى|و|hingga|sampai(?: dengan)?|s\.d\.|dan|(?:일)?부터|起?[至到]|から"
)

# Spellings that CLDR lacks, in the form in which the text may have them.
MONTHS: Mapping[str, Mapping[str, int]] = {
    "en": {"sept": 9},
    "nl": {"mrt": 3},
    "de": {"jänner": 1, "feber": 2, "maerz": 3},
    "es": {"setiembre": 9},
    "ar": {
        "جانفي": 1, "فيفري": 2, "أفريل": 4, "ابريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7,
        "اغسطس": 8, "أوت": 8, "اكتوبر": 10, "آيار": 5, "ايار": 5, "اذار": 3, "ايلول": 9, "اب": 8,
        "كانون الاول": 12, "تشرين الاول": 10,
    },
    "tr": {"subat": 2, "agustos": 8, "eylul": 9, "aralik": 12, "kasim": 11},
    "id": {"agt": 8, "nopember": 11},
}  # fmt: skip
