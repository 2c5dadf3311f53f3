"""Pages that stand between a reader and a feed: a block is never «no news»."""

from __future__ import annotations

import re

# Machines of the guards themselves; wherever they stand, the page is not the document.
_MACHINES = (
    "gokuProps",
    "awswaf.com",
    "AwsWafIntegration",
    "cf-chl-",
    "cf_chl_",
    "/cdn-cgi/challenge-platform",
    "_Incapsula_Resource",
    "Incapsula incident ID",
    "captcha-delivery.com",
    "px-captcha",
    "ddos-guard",
    "__qrator",
    "qauth_utm",
    "servicepipe.ru",
    "geetest",
)
# What a guard says to a person. Looked for in the title and the first words only, because an
# honest page may mention any of them further down.
_WORDS = re.compile(
    r"access (?:to this page has been |is |was )?(?:denied|blocked|restricted)|just a moment\b|"
    r"attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a (?:human|robot)|not a robot|captcha|unusual traffic|pardon our interruption|"
    r"request (?:blocked|unsuccessful|rejected|could not be satisfied)|you have been blocked|"
    r"too many requests|rate limit|limit requests|bot detection|enable javascript and cookies|"
    r"please enable js|security check|service is temporarily blocked|\bforbidden\b|"
    r"安全验证|访问频繁|访问验证|人机验证|访问被拒绝|请求过于频繁|请稍后再试|您的访问|"
    r"アクセスが拒否|アクセス制限|접근이 차단|보안문자|"
    r"доступ (?:ограничен|запрещ[её]н|заблокирован)|проверка браузера|"
    r"toegang (?:geweigerd|geblokkeerd)|zugriff verweigert|acc[eè]s (?:refus|interdit)|"
    r"acceso denegado|acesso negado|تم رفض الوصول",
    re.IGNORECASE,
)
_SEEN = 600


def guard(page: str, shown: str) -> str:
    """What shows that `page` (as text: `shown`) is a guard's, or "" when it is not."""
    for machine in _MACHINES:
        if machine in page:
            return machine
    found = _WORDS.search(shown[:_SEEN])
    return found.group() if found else ""
