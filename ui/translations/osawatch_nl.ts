<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>bulk</name>
    <message>
        <source>{0} stories chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By level: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By status: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In hand by: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} alerts in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of the key sheet applies to all of them. Escape lets them go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: all {1} stories. One undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}, of which {2} unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About OSAwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source polled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polled at {0}: {1} new, {2} alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polled at {0}: {1} new, {2} alerts, {3} did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network at {0} ({1}): nobody was asked, all sources stay due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at {0}: {1} of the sources were asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: nothing is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks in {0}, days in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll is under way already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program polls this profile: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: no source was asked. Settings has the switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of the program: it is in the log, and nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {0} files: {1} new items, {2} alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {0} files: {1} new items, {2} alerts; {3} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings saved; the language changes at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still watching. Quit from this icon&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSAwatch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early warning from public notices and news, on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: EUPL-1.2. It stands on Qt (LGPL-3.0) and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up a good, code, country or company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inbox</name>
    <message>
        <source>Search titles and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll the sources or read files, and what matters stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing passes the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter to see all stories of this view.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>All items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the watchlist, no alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll the sources or read files: every item stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it raised nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it nearly met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at all rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule came within one step of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: has {1}, lacks {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise an alert by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this deserves an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not of the watchlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is part of an alert in the inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is part of an alert that stands aside: on trial or suppressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was found, but the text or an exception speaks against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something of the watchlist stands in it, but no rule fired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the watchlist stands in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined an alert that stood already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined an alert and opened it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a copy of an item seen before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same rule and group within the merge window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a higher level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first official source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a further stage of the measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule is on trial</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>life</name>
    <message>
        <source>The life of the measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} until {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} until {1}, a day that has passed: no later act was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the shipped list, to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the shipped list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day of the suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day for comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lookup</name>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good, customs code, country or company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the watchlist is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at: the watchlist; {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure is known to this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who supplies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shares are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert has been raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customs codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} sources have answered, {2} items; last answer {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never answered: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last day has passed and no later act was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original in {0}, kept as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who supplies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: largest share of each at any link of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owns it, what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items: {0}, publishers: {1}, official: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found together: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the inbox: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On trial: the rule is not stable yet and never notifies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % share known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share not known: {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>official document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources graded {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no graded source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first of its kind in 180 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no decay while in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ministry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
in the rule: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule, good or tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} alerts in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tests yet: a rule needs one that fires and one that does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They run once the errors are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pass, {1} fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed, {0} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to find fault with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}, column {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would it have raised? Press Backtest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last {0} weeks, {1} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} alerts, {1} a week; merged {2}, excepted {3}, inhibited {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {0} alerts a week is noise: make it narrower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} items met it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shipped rule: saving keeps your version in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of this post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {0} saved: it holds from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are changes that are not saved. Leave them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my-rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experimental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands beside what you decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post or desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for instance Astana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries you follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all; or codes: KZ, KG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online: asks the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: never connects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the inbox with the countries I follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; or http://host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact told to publishers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; an address in the user agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a country code: {0}. Use two letters, as in KZ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a time zone: {0}. Use one as in Europe/Amsterdam.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not polled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, but holds no items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest item is {age} old; usually {rhythm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server or a filter before it refuses us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved for good to a new address; confirm the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed by its publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns something else than a feed, often a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of the feed has changed; items may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection could not be trusted (certificate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the server is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was too big and was cut off unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent us on too often, or to a place we do not go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points to a private network; not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked us to come back later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document was cut off or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is set to offline; nothing was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its turn comes with the next round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off; its silence means nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a key, or has a form ({format}) that cannot be read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official gazette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sanctions news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, address or language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPML in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPML out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add by address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest item, against its rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources, those that need attention first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources by state; click one to see only those</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept new address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good answer {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not answered well yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it is silent, no news from it means «cannot tell», not «all quiet».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} items kept. Grade {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hourly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rhythm not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days with items, {1} failed, {2} empty of the last 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one by its address, or import an OPML list from another reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source fits these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sources read, {1} new; they start switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} entries could not be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sources written to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll is running already ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, {2} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it should stand in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked once before it joins the rounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address starts with http:// or https:// and has no password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address accepted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {0}; its items stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Start watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSAwatch reads public notices and news, and tells you early when a good you depend on is at risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it can be left as it is and changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press 1, 2 or 3. You can do the others later, from Sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll the shipped sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} public feeds in {1} languages: trade ministries, gazettes, news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} min. Uses the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the network; you chose offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeds and notices saved on another machine: RSS, Atom, JSON, XML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds. Nothing is fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invented month in seven languages, written for this program, with its alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account and no telemetry; only the sources are asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question is asked where Z will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No black box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each alert names its rule, words and score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling the sample desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the inbox meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was read is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sources asked, {1} new items, {2} alerts; {3} did not answer well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files read, {1} refused; {2} new items, {3} alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample desk is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files, or cancel to choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSAwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new alert for a good that notifies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} new alerts for goods that notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in all are new in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSAwatch: {0} new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trends</name>
    <message>
        <source>Trends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>28 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 % range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise, −log10 p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: watch at 3, dotted: alert at 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed on {0} of {1} days; days in UTC, hatched = not observed, not zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the sources that answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {0}, up to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance 1 in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stories on {1} of {2} days, {3} to {4} (UTC); {5} unusual days. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a day, Shift widens the choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll the sources or import files; a day after the first poll there is something to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counts could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}+ a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest movers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 7 days against the 8 weeks before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No good has moved out of its usual range this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stories, {1} expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No story of these days is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was watching on these days. That is not a quiet day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in All items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSAwatch, drawn {0} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed on {0} of {1} days. Hatched days were not observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} publishers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>official</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>triage</name>
    <message>
        <source>Next story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on, then the next story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant, then the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the chosen stories together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take apart what was put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it as well (with Shift and arrows too)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked not relevant: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {0} taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two or more stories first: X, or Shift and arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag (with - before it: take it off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This opens {0} in your browser, outside OSAwatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item has no address that can be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} +{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official gazette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export restrictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sanctions news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sanctions lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule too wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imposing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another item joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded into an older alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until a new publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until an official source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until a higher level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trends only: the good is of tier C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An exception of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another rule speaks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
