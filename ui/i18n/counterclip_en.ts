<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>counterclip::ui</name>
    <message numerus="yes">
        <source>%n foreign tag(s)</source>
        <translation>
            <numerusform>%n foreign tag</numerusform>
            <numerusform>%n foreign tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stretch(es) of sound left that was to be gone</source>
        <translation>
            <numerusform>%n stretch of sound left that was to be gone</numerusform>
            <numerusform>%n stretches of sound left that was to be gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>blocks: %n</source>
        <translation>
            <numerusform>blocks: %n</numerusform>
            <numerusform>blocks: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to be known: %n</source>
        <translation>
            <numerusform>to be known: %n</numerusform>
            <numerusform>to be known: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seen by the verification: %n</source>
        <translation>
            <numerusform>seen by the verification: %n</numerusform>
            <numerusform>seen by the verification: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open gap(s)</source>
        <translation>
            <numerusform>%n open gap</numerusform>
            <numerusform>%n open gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) said to be none</source>
        <translation>
            <numerusform>%n face said to be none</numerusform>
            <numerusform>%n faces said to be none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open: %n</source>
        <translation>
            <numerusform>open: %n</numerusform>
            <numerusform>open: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>resolved: %n</source>
        <translation>
            <numerusform>resolved: %n</numerusform>
            <numerusform>resolved: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked of whoever approves: %n</source>
        <translation>
            <numerusform>asked of whoever approves: %n</numerusform>
            <numerusform>asked of whoever approves: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ApproveBox</name>
    <message numerus="yes">
        <source>%n finding(s) stand against it: it will be refused unless listening settles them.</source>
        <translation>
            <numerusform>%n finding stands against it: it will be refused unless listening settles them.</numerusform>
            <numerusform>%n findings stand against it: it will be refused unless listening settles them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>I looked at each place that is like a protected name (%n), and none is one</source>
        <translation>
            <numerusform>I looked at the place that is like a protected name, and it is none</numerusform>
            <numerusform>I looked at each of the %n places that are like a protected name, and none is one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::AuditRoom</name>
    <message numerus="yes">
        <source>WAITING FOR YOU · %n</source>
        <translation>
            <numerusform>WAITING FOR YOU · %n</numerusform>
            <numerusform>WAITING FOR YOU · %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>two auditors have to approve: %1 (%n did)</source>
        <translation>
            <numerusform>two auditors have to approve: %1 (%n did)</numerusform>
            <numerusform>two auditors have to approve: %1 (%n did)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is not approved. %n reason(s) stand first among the findings; N goes through them.</source>
        <translation>
            <numerusform>%1 is not approved. %n reason stands first among the findings.</numerusform>
            <numerusform>%1 is not approved. %n reasons stand first among the findings; N goes through them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ClipFindings</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::DestinationPanel</name>
    <message numerus="yes">
        <source>%1 — for %2, in %3, languages: %4; takes down within %n day(s)</source>
        <translation>
            <numerusform>%1 — for %2, in %3, languages: %4; takes down within %n day</numerusform>
            <numerusform>%1 — for %2, in %3, languages: %4; takes down within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::FacesRoom</name>
    <message numerus="yes">
        <source>hidden in part: %1 % · hidden whole: %2 % · %n open gap(s)</source>
        <translation>
            <numerusform>hidden in part: %1 % · hidden whole: %2 % · %n open gap</numerusform>
            <numerusform>hidden in part: %1 % · hidden whole: %2 % · %n open gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::HitList</name>
    <message numerus="yes">
        <source>said %n time(s)</source>
        <translation>
            <numerusform>said %n time</numerusform>
            <numerusform>said %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ImportBar</name>
    <message numerus="yes">
        <source>%n file(s) into interview</source>
        <translation>
            <numerusform>%n file into interview</numerusform>
            <numerusform>%n files into interview</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::LedgerPanel</name>
    <message numerus="yes">
        <source>✕ %n thing(s) must come down — first below, with their day</source>
        <translation>
            <numerusform>✕ %n thing must come down — first below, with their day</numerusform>
            <numerusform>✕ %n things must come down — first below, with their day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::LedgerTable</name>
    <message numerus="yes">
        <source>%n reached</source>
        <translation>
            <numerusform>%n reached</numerusform>
            <numerusform>%n reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::LibraryRoom</name>
    <message numerus="yes">
        <source>%n interview(s)</source>
        <translation>
            <numerusform>%n interview</numerusform>
            <numerusform>%n interviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not done. Stop them and quit? Nothing that is finished is lost.</source>
        <translation>
            <numerusform>%n job is not done. Stop it and quit? Nothing that is finished is lost.</numerusform>
            <numerusform>%n jobs are not done. Stop them and quit? Nothing that is finished is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::OutgoingPanel</name>
    <message numerus="yes">
        <source>✕ It cannot go to %1: %n thing(s) to mend first.</source>
        <translation>
            <numerusform>✕ It cannot go to %1: %n thing to mend first.</numerusform>
            <numerusform>✕ It cannot go to %1: %n things to mend first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::PromiseStrip</name>
    <message numerus="yes">
        <source>%n open gap(s)</source>
        <translation>
            <numerusform>%n open gap</numerusform>
            <numerusform>%n open gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counterclip::ui::WithdrawalDialog</name>
    <message numerus="yes">
        <source>%n thing(s) will have to come down:</source>
        <translation>
            <numerusform>%n thing will have to come down:</numerusform>
            <numerusform>%n things will have to come down:</numerusform>
        </translation>
    </message>
</context>
</TS>
