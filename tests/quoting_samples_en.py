"""How English mail programs and their users quote, forward and sign: (name, subject, lines `code|text`).

Codes: none own, q quoted, h header, f forwarded, s signature, ? question that is answered below.
"""

SAMPLES: tuple[tuple[str, str, str], ...] = (
    (
        "gmail",
        "Re: Kotlin contractor",
        """
 |We can go to $88 an hour.
 |
h|On Mon, Nov 2, 2026 at 6:05 PM Marlow Pike <marlow@gullhaven.example> wrote:
 |
q|> The cap is $80 an hour.
q|> Start in December.
""",
    ),
    (
        "gmail_attribution_on_two_lines",
        "Re: Kotlin contractor",
        """
 |Two people now, please.
 |
h|On Mon, Nov 2, 2026 at 6:05 PM Marlow Pike of the Gullhaven contracts desk
h|<marlow@gullhaven.example> wrote:
 |
q|> One person.
""",
    ),
    (
        "apple_mail",
        "Re: Kotlin contractor",
        """
 |Kafka is now a must.
 |
h|On Nov 2, 2026, at 6:05 PM, Marlow Pike <marlow@gullhaven.example> wrote:
 |
q|> Kafka would be nice.
""",
    ),
    (
        "thunderbird",
        "Re: Kotlin contractor",
        """
 |No, on site only.
h|On 02/11/2026 18:05, Marlow Pike wrote:
q|> Is remote possible?
""",
    ),
    (
        "attribution_without_signs_below",
        "Re: Kotlin contractor",
        """
 |The start moves to 4 January.
 |
h|On Mon, Nov 2, 2026 at 6:05 PM Marlow Pike <marlow@gullhaven.example> wrote:
 |
q|The start is 1 December.
q|Duration six months.
""",
    ),
    (
        "german_attribution_over_two_lines",
        "AW: Kotlin contractor",
        """
 |Two rounds.
 |
h|Marlow Pike <marlow@gullhaven.example> schrieb am Mo., 2.
h|November 2026, 18:05:
 |
q|> How many rounds?
""",
    ),
    (
        "header_lines_whose_sender_is_wrapped",
        "RE: Kotlin contractor",
        """
 |Two rounds.
 |
s|Download Outlook for Android<https://outlook.example/android>
 |
h|From: Gullhaven Contracts
h|<contracts-desk-mailbox@gullhaven.example>
h|Sent: Monday, November 2, 2026 6:05 PM
h|To: Rowan Thistlewood <rowan@fernbridge.example>
h|Subject: Kotlin contractor
 |
q|How many rounds?
""",
    ),
    (
        "timestamps_in_the_text_are_own",
        "Re: Kotlin contractor",
        """
 |Slots for the interview:
 |2026-11-05 14:30
 |11/06/2026 at 2:30 PM
 |Nov 9, 2026 at 14:30
""",
    ),
    (
        "rule_inside_a_delimited_signature",
        "Openings",
        """
 |Two rounds.
s|--
s|_________________________________
s|Rowan Thistlewood
s|Fernbridge Ltd
s|6 Mill Lane, Hull
s|01632 960 000 (voice)
s|rowan@fernbridge.example
""",
    ),
    (
        "zoho",
        "Re: Kotlin contractor",
        """
 |Agreed.
h|---- On Mon, 02 Nov 2026 18:05:00 +0000 Marlow Pike wrote ----
q|Rate 500 a day?
""",
    ),
    (
        "outlook_original_message",
        "RE: Kotlin contractor",
        """
 |Interview is one round now.
 |
h|-----Original Message-----
h|From: Marlow Pike [mailto:marlow@gullhaven.example]
h|Sent: Monday, November 2, 2026 6:05 PM
h|To: Rowan Thistlewood
h|Cc: Contracts
h|Subject: Kotlin contractor
 |
q|Two rounds.
""",
    ),
    (
        "outlook_rule",
        "RE: Kotlin contractor",
        """
 |Scrum is not needed.
 |
h|________________________________
h|From: Marlow Pike <marlow@gullhaven.example>
h|Sent: 02 November 2026 18:05
h|To: Rowan Thistlewood <rowan@fernbridge.example>
h|Subject: Kotlin contractor
 |
q|Scrum experience required.
""",
    ),
    (
        "bold_header_lines",
        "RE: Kotlin contractor",
        """
 |Fine.
 |
h|*From:* Marlow Pike <marlow@gullhaven.example>
h|*Sent:* Monday, November 2, 2026 6:05 PM
h|*To:* Rowan Thistlewood
h|*Subject:* Kotlin contractor
 |
q|Is GCP fine instead of AWS?
""",
    ),
    (
        "reply_to_a_forward_quotes_it",
        "RE: FW: Kotlin contractor",
        """
 |Got it, thanks.
 |
h|From: Marlow Pike <marlow@gullhaven.example>
h|Sent: Monday, November 2, 2026 6:05 PM
h|Subject: FW: Kotlin contractor
 |
q|See below.
 |
hq|From: Odd Client <odd@harbourline.example>
hq|Sent: Monday, November 2, 2026 2:00 PM
hq|Subject: Kotlin contractor
 |
q|Rate goes to $85.
""",
    ),
    (
        "outlook_forward",
        "FW: Kotlin contractor",
        """
 |Please read, the rate moved.
 |
s|Rowan
 |
h|From: Odd Client <odd@harbourline.example>
h|Sent: Monday, November 2, 2026 2:00 PM
h|To: Rowan Thistlewood
h|Subject: Kotlin contractor
 |
f|Rate goes to $85.
 |
fs|Odd Client
fs|Harbourline Ltd
""",
    ),
    (
        "forward_through_original_message",
        "Fwd: Kotlin contractor",
        """
 |As discussed.
 |
h|-----Original Message-----
h|From: odd@harbourline.example
h|Sent: Monday, November 2, 2026 2:00 PM
h|Subject: Kotlin contractor
 |
f|We need one Kotlin developer in Hull.
""",
    ),
    (
        "apple_forward_behind_signs_with_a_note_below",
        "Fwd: Kotlin contractor",
        """
h|Begin forwarded message:
 |
h|> From: Odd Client <odd@harbourline.example>
h|> Subject: Kotlin contractor
h|> Date: 2 November 2026 at 14:00:00 GMT
h|> To: rowan@fernbridge.example
 |>
f|> We need one Kotlin developer in Hull.
 |
 |I told them Leeds works as well.
""",
    ),
    (
        "thunderbird_forward_subject_first",
        "Fwd: Kotlin contractor",
        """
h|-------- Forwarded Message --------
h|Subject: Kotlin contractor
h|Date: Mon, 2 Nov 2026 14:00:00 +0000
h|From: Odd Client <odd@harbourline.example>
h|To: rowan@fernbridge.example
 |
f|Two Kotlin developers, please.
""",
    ),
    (
        "notes_forward",
        "Fw: Kotlin contractor",
        """
 |FYI
h|----- Forwarded by Rowan Thistlewood/Fernbridge on 11/02/2026 02:10 PM -----
 |
f|Kotlin is a must, Java a plus.
""",
    ),
    (
        "pasted_mail_under_a_new_subject",
        "Update on Hull",
        """
 |Correction: it is Hull, not Leeds.
 |
h|From: Odd Client <odd@harbourline.example>
h|Sent: Monday, November 2, 2026 2:00 PM
h|Subject: Kotlin contractor
 |
f|Leeds office, five days.
""",
    ),
    (
        "inline_answers",
        "RE: Questions on FB-77",
        """
 |My answers below.
 |
q?|> 1. Could they start in January?
 |Yes.
q?|> 2. Is the security check needed before day one?
 |No, within a month.
""",
    ),
    (
        "inline_answers_between_wrapped_questions",
        "RE: Questions on FB-77",
        """
q|> Thanks for the call.
q?|> Would the client take somebody who has used Vert.x for years but has
q?|> never touched Ktor?
 |
 |They would.
""",
    ),
    (
        "wrapped_line_that_lost_its_sign_stays_quoted",
        "Re: Questions on FB-77",
        """
 |OK for me.
 |
q|> The candidate should have run production services for at least four
q|years, on call
q|> included.
""",
    ),
    (
        "short_answers_between_quoted_lines_stay_own",
        "Re: Questions on FB-77",
        """
q?|> Age limit?
 |None.
q?|> Degree?
 |Not needed.
q|> Thanks
""",
    ),
    (
        "nested_signs",
        "Re: Questions on FB-77",
        """
 |Seven, not five.
h|On Tue, Nov 3, 2026 at 9:00 AM Marlow Pike <marlow@gullhaven.example> wrote:
q|> Five years?
q|>> Six years of Go.
q|> > Three rounds.
""",
    ),
    (
        "bars_as_signs",
        "Re: Questions on FB-77",
        """
 |Net 45 is what they pay.
 |
q|| Net 30, right?
q|| Or less?
""",
    ),
    (
        "a_table_with_bars_is_own",
        "Openings",
        """
 || Role | Rate |
 || Tester | $50 |
 || Analyst | $60 |
""",
    ),
    (
        "closing_formula",
        "Openings",
        """
 |Two rounds of interviews.
 |
s|Kind regards,
s|Rowan Thistlewood
s|Senior Partner
s|+44 1632 960 000
""",
    ),
    (
        "closing_formula_apart_from_the_name",
        "Openings",
        """
 |Two rounds of interviews.
 |
s|Best regards,
 |
s|Rowan Thistlewood
s|Fernbridge Ltd | 1 Mill Lane | www.fernbridge.example
""",
    ),
    (
        "thanks_is_no_signature",
        "Openings",
        """
 |Please send three more.
 |
 |Thanks
""",
    ),
    (
        "advertising_below_the_name",
        "Openings",
        """
 |Rate is $70.
 |
s|Rowan Thistlewood, Fernbridge
s|We also place Scala, Elixir and Haskell people across Europe!
""",
    ),
    (
        "postscript_below_the_name_is_own",
        "Openings",
        """
 |Rate is $70.
 |
 |Rowan
 |PS: they now want ten years of SQL.
""",
    ),
    (
        "demand_below_the_name_is_own",
        "Openings",
        """
 |See the details at the end.
 |
 |Rowan
 |
 |Rate: $70/hr
 |Location: Hull
""",
    ),
    (
        "phone_signature_and_virus_footer",
        "Openings",
        """
 |Make it three.
 |
s|Sent from my iPhone
 |
s|Virus-free. www.scanner.example
""",
    ),
    (
        "confidentiality_notice_over_several_lines",
        "Openings",
        """
 |Rate is $70.
 |
s|CONFIDENTIALITY NOTICE: This e-mail and any attachments are for the sole use of the
s|addressee and may contain privileged matter. If you have received it in error, tell
s|the sender at once.
""",
    ),
    (
        "equal_opportunity_line",
        "Openings",
        """
 |Must have: Rust
 |
s|Fernbridge is an equal opportunity employer and considers everybody regardless of age.
""",
    ),
    (
        "boilerplate_behind_a_demand_in_one_paragraph_is_own",
        "Openings",
        """
 |Our client needs two Rust people who handle confidential data in every message. Fernbridge is an equal opportunity employer.
""",
    ),
    (
        "external_banner_on_top",
        "Openings",
        """
s|CAUTION: This email originated from outside of the organization.
 |
 |Must have: Rust
""",
    ),
    (
        "unsubscribe_footer",
        "Openings this week",
        """
 |Rust, Hull, $70.
 |
s|You are receiving this email because you asked for our list. Unsubscribe here.
""",
    ),
    (
        "rfc_delimiter_with_history_below",
        "Re: Openings",
        """
 |Still open.
 |
s|--\x20
s|Rowan Thistlewood
s|Fernbridge
 |
h|On Nov 2, 2026, at 6:05 PM, Marlow Pike wrote:
q|> Is it still open?
""",
    ),
    (
        "reply_above_a_forward_that_was_received",
        "Re: Fwd: Kotlin contractor",
        """
 |Thanks, noted.
 |
h|On Tue, Nov 3, 2026 at 9:00 AM Marlow Pike <marlow@gullhaven.example> wrote:
q|> See below.
q|>
q|> ---------- Forwarded message ---------
q|> From: Odd <odd@harbourline.example>
q|> Subject: Kotlin contractor
q|>
q|> Rate goes to $85.
""",
    ),
    (
        "forward_without_a_note",
        "FW: Kotlin contractor",
        """
h|From: Odd Client <odd@harbourline.example>
h|Sent: Monday, November 2, 2026 2:00 PM
h|To: Rowan Thistlewood
h|Subject: Kotlin contractor
 |
f|Three people, please.
""",
    ),
    (
        "two_forwards_in_one_mail",
        "Fwd: both answers",
        """
 |Both answers:
 |
h|---------- Forwarded message ---------
h|From: Odd <odd@harbourline.example>
h|Date: Mon, 2 Nov 2026 at 14:00
h|Subject: first
 |
f|Hull is fine.
 |
h|---------- Forwarded message ---------
h|From: Even <even@harbourline.example>
h|Date: Mon, 2 Nov 2026 at 15:00
h|Subject: second
 |
f|Leeds is not.
""",
    ),
    (
        "signature_of_the_forwarded_author",
        "FW: Kotlin contractor",
        """
 |FYI
 |
h|From: Even Strand <even@harbourline.example>
h|Sent: Monday, November 2, 2026 2:00 PM
h|Subject: Kotlin contractor
 |
f|Three people, please.
 |
fs|Even
fs|Harbourline Ltd | Quay 4, Hull
 |
fs|This email is confidential and intended solely for the addressee.
""",
    ),
    (
        "bullets_with_greater_signs_below_a_label_are_taken_as_quoted",
        "Re: Kotlin contractor",
        """
q?|> Do they need Gradle?
 |Yes.
""",
    ),
    (
        "arrow_bullets_are_own",
        "Openings",
        """
 |-> Rust
 |=> Hull
 |--> $70
""",
    ),
    (
        "mobile_signature_in_the_middle",
        "Re: Openings",
        """
 |Yes, three.
 |
s|Get Outlook for iOS
h|________________________________
h|From: Marlow Pike <marlow@gullhaven.example>
h|Sent: Monday, November 2, 2026 6:05:00 PM
h|To: Rowan Thistlewood <rowan@fernbridge.example>
h|Subject: Openings
 |
q|Three people?
""",
    ),
    (
        "initials_alone",
        "Openings",
        """
 |Three people.
 |
s|RT
""",
    ),
    (
        "initials_of_somebody_else_are_own",
        "Openings",
        """
 |Please keep in the running:
 |
 |QX
""",
    ),
    (
        "dear_somebody_with_the_same_name_is_own",
        "Openings",
        """
 |Dear Rowan,
 |
 |three people, please.
""",
    ),
    (
        "registered_office",
        "Openings",
        """
 |Three people.
 |
s|Regards
s|Rowan
s|Fernbridge Ltd. Registered in England and Wales, company number 00000000.
""",
    ),
    (
        "separator_between_roles",
        "Two openings",
        """
 |Role: Rust developer
 |Rate: $70
 |----------
 |Role: Tester
 |Rate: $50
 |----------
 |Both in Hull.
""",
    ),
    (
        "contact_inside_a_fenced_role_is_own",
        "Opening",
        """
 |==========
 |Role: Rust developer
 |Location: Hull
 |Questions: +44 1632 960 000
 |==========
""",
    ),
    (
        "cc_line_alone_is_own",
        "Re: Openings",
        """
 |Cc: please add my colleague
 |Date: any day next week works
""",
    ),
    (
        "from_and_to_as_dates_are_own",
        "Openings",
        """
 |Period
 |From: 1 December
 |To: 31 March
 |Subject to extension
""",
    ),
    (
        "wrote_inside_prose_is_own",
        "Re: Openings",
        """
 |On Monday the client wrote that 3 people are enough.
 |Sent the same to everybody.
""",
    ),
    (
        "report_of_what_somebody_wrote_is_own",
        "Re: Openings",
        """
 |On 3 November the client wrote:
 |- Rust is a must now
 |- two rounds of interviews
""",
    ),
    (
        "note_below_the_closing_formula_is_own",
        "Openings",
        """
 |Two rounds of interviews.
 |
 |Regards,
 |Rowan
 |Note: citizens only for this one
""",
    ),
    (
        "how_to_apply_is_no_header_block",
        "Re: Openings",
        """
 |Apply like this.
 |From: your company address
 |Subject: Rust, name, rate
 |The cap is $70.
""",
    ),
    (
        "place_in_the_last_line_with_a_dash_is_own",
        "Openings",
        """
 |Two roles.
 |
 |Location – 12 Harbour Street, Hull
""",
    ),
    (
        "address_in_prose_is_own",
        "Openings",
        """
 |Please write to jobs@fernbridge.example before 5 December 2026.
 |Candidates without SC clearance are out.
""",
    ),
)
