"""How Japanese mail programs and their users quote, forward and sign: (name, subject, lines `code|text`).

Codes: none own, q quoted, h header, f forwarded, s signature, ? question that is answered below.
"""

SAMPLES: tuple[tuple[str, str, str], ...] = (
    (
        "gmail_with_weekday",
        "Re: 【ご相談】Rust要員",
        """
 |承知しました。単価は72万までで調整します。
 |
h|2026年11月2日(月) 18:05 霧島 航 <wataru@mizunara.example>:
q|> 単価は70万までです。
q|> 開始は12月からです。
""",
    ),
    (
        "gmail_without_weekday",
        "Re: 【ご相談】Rust要員",
        """
 |お待たせしました。1名増やしてください。
 |
h|2026年11月2日 18:05 霧島 航 <wataru@mizunara.example>:
 |
q|> 募集は1名です。
""",
    ),
    (
        "gmail_old_date_form_without_colon",
        "Re: 【ご相談】Rust要員",
        """
 |場所は大崎に変わりました。
h|2026/11/02 霧島 航 <wataru@mizunara.example>
q|> 場所は五反田です。
""",
    ),
    (
        "thunderbird_japanese",
        "Re: テスター募集",
        """
 |期間は来年3月末までです。
 |
h|2026/11/02 17:02、白樺 wrote:
q|> 期間はいつまででしょうか。
""",
    ),
    (
        "thunderbird_old_brackets",
        "Re: テスター募集",
        """
 |出社は週1日です。
h|(2026/11/02 17:02), 白樺 wrote:
q|> 出社の頻度をお知らせください。
""",
    ),
    (
        "apple_mail",
        "Re: 要員のお願い",
        """
 |面談は1回で結構です。
 |
h|2026/11/02 17:02、白樺 <shirakaba@kogane.example>のメール：
 |
q|> 面談は2回です。
""",
    ),
    (
        "apple_mail_message_form",
        "Re: 要員のお願い",
        """
 |年齢は不問に変わりました。
h|2026年11月2日(月) 9:01、白樺 <shirakaba@kogane.example>のメッセージ:
q|> 40代までです。
""",
    ),
    (
        "becky_two_line_attribution",
        "Re: 要員のお願い",
        """
 |国籍は問わないとのことです。
 |
h|On Mon, 02 Nov 2026 17:02:11 +0900
h|白樺 <shirakaba@kogane.example> wrote:
 |
q|> 国籍に制限はありますか。
""",
    ),
    (
        "san_wa_kakimashita",
        "Re: 要員のお願い",
        """
 |定時は9時からです。
h|白樺さんは書きました：
q|> 定時を教えてください。
""",
    ),
    (
        "initials_before_the_sign",
        "Re: 要員のお願い",
        """
 |下記に回答します。
 |
q?|sk> 夜勤はありますか。
 |ありません。
q?|sk> 残業はどの程度ですか。
 |月10時間ほどです。
""",
    ),
    (
        "full_width_signs",
        "Re: 要員のお願い",
        """
 |回答いたします。
 |
q?|＞ 服装の指定はありますか。
 |特にありません。
 |
q?|＞ Linuxの経験は必須ですか。
 |はい、必須です。
""",
    ),
    (
        "outlook_block_in_a_reply",
        "RE: 【募集】SAP ABAP",
        """
 |お世話になっております。
 |単価の上限が90万になりました。
 |
h|差出人: 株式会社みずなら 霧島 <kirishima@mizunara.example>
h|送信日時: 2026年11月2日 18:05
h|宛先: 白樺 <shirakaba@kogane.example>
h|CC: 営業 <eigyo@kogane.example>
h|件名: 【募集】SAP ABAP
 |
q|上限は85万です。
q|よろしくお願いします。
""",
    ),
    (
        "outlook_block_with_wide_colons_and_wrapped_addressees",
        "RE: 【募集】SAP ABAP",
        """
 |人数は2名です。
 |
h|差出人： 霧島 <kirishima@mizunara.example>
h|送信日時： 2026年11月2日 月曜日 18:05
h|宛先： 白樺 <shirakaba@kogane.example>; 楠 <kusunoki@kogane.example>;
h|樫 <kashi@kogane.example>
h|件　名： 【募集】SAP ABAP
 |
q|人数は1名です。
""",
    ),
    (
        "outlook_block_below_a_rule",
        "RE: 【募集】SAP ABAP",
        """
 |リモートは不可になりました。
 |
h|________________________________
h|差出人: 霧島 <kirishima@mizunara.example>
h|送信日時: 2026年11月2日 18:05
h|件名: 【募集】SAP ABAP
 |
q|リモート併用です。
""",
    ),
    (
        "original_message_in_japanese",
        "Re: 検証要員",
        """
 |英語は不要です。
 |
h|----- 元のメッセージ -----
h|差出人: 楠 <kusunoki@kogane.example>
h|日時: 2026年11月2日 18:05
h|件名: 検証要員
 |
q|英語力は必要ですか。
""",
    ),
    (
        "original_message_in_english_with_nested_history",
        "RE: RE: 検証要員",
        """
 |2名とも11月から参画できます。
 |
h|-----Original Message-----
h|From: 楠 <kusunoki@kogane.example>
h|Sent: Monday, November 2, 2026 6:05 PM
h|To: 白樺
h|Subject: RE: 検証要員
 |
q|何名ご提案いただけますか。
 |
hq|-----Original Message-----
hq|From: 白樺
hq|Sent: Friday, October 30, 2026 1:00 PM
 |
q|単価 60万、3名の募集です。
""",
    ),
    (
        "yahoo_original_message",
        "Re: 検証要員",
        """
 |場所は川口に決まりました。
 |
h|----- Original Message -----
h|From: 楠 <kusunoki@kogane.example>
h|To: 白樺 <shirakaba@kogane.example>
h|Date: 2026/11/2, Mon 18:05
h|Subject: 検証要員
h|
q|場所は浦和か川口です。
""".replace("h|\n", " |\n"),
    ),
    (
        "gmail_forward",
        "Fwd: 【急募】VBA改修",
        """
 |チームの皆さん
 |先方からの連絡を共有します。
 |
h|---------- Forwarded message ---------
h|差出人: 霧島 航 <wataru@mizunara.example>
h|Date: 2026年11月2日(月) 18:05
h|Subject: 【急募】VBA改修
h|To: 白樺 <shirakaba@kogane.example>
 |
f|VBAの改修要員を1名募集します。
f|単価は48万、場所は立川です。
""",
    ),
    (
        "forward_marker_in_japanese",
        "Fw: ヘルプデスク増員",
        """
 |ご確認ください。
 |
h|----- 転送メッセージ -----
h|差出人: 楡 <nire@shiokaze.example>
h|宛先: 白樺様
h|日時: 2026年11月2日 18:05
h|件名: ヘルプデスク増員
 |
f|1名から2名へ増員します。
""",
    ),
    (
        "short_line_with_a_number_above_an_attribution",
        "Fwd: 増員",
        """
h|---------- Forwarded message ---------
h|差出人: 楡 一郎 <nire@shiokaze.example>
h|Date: 2026年11月2日(月) 18:05
h|Subject: Re: 増員
 |
f|2名です。
fh|2026年11月1日(日) 9:00 橘 <tachibana@genba.example>:
fq|> 何名ですか。
""",
    ),
    (
        "outlook_forward_with_history_inside",
        "FW: ヘルプデスク増員",
        """
 |至急ご対応ください。
 |
h|差出人: 楡 <nire@shiokaze.example>
h|送信日時: 2026年11月2日 18:05
h|宛先: 白樺
h|件名: RE: ヘルプデスク増員
 |
f|夜勤が加わりました。
 |
h|差出人: 白樺 <shirakaba@kogane.example>
h|送信日時: 2026年10月30日 9:00
h|宛先: 楡
h|件名: ヘルプデスク増員
 |
q|夜勤はないとのことでした。
""",
    ),
    (
        "forward_of_a_forward",
        "FW: 追加のお願い",
        """
 |共有します。
 |
h|差出人: 楡 <nire@shiokaze.example>
h|送信日時: 2026年11月2日 18:05
h|件名: FW: 追加のお願い
 |
f|現場からのメールを転送します。
 |
h|差出人: 製造部 橘 <tachibana@genba.example>
h|送信日時: 2026年11月2日 15:00
h|件名: 追加のお願い
 |
f|PLCの経験者に限らせてください。
""",
    ),
    (
        "iphone_forward_behind_signs",
        "Fwd: 追加のお願い",
        """
 |転送します。
 |
s|iPhoneから送信
 |
h|転送されたメッセージ:
 |
h|> 差出人: 橘 <tachibana@genba.example>
h|> 日付: 2026年11月2日 15:00:12 JST
h|> 宛先: 楡 <nire@shiokaze.example>
h|> 件名: 追加のお願い
q|>
f|> 溶接の資格もお願いします。
""".replace("q|>\n", " |>\n"),
    ),
    (
        "forwarded_history_behind_signs_is_quoted_again",
        "FW: 追加のお願い",
        """
 |ご参考まで。
 |
h|差出人: 橘 <tachibana@genba.example>
h|送信日時: 2026年11月2日 15:00
h|件名: Re: 追加のお願い
 |
f|フォークリフトの免許は不要です。
 |
fh|2026年11月1日(日) 10:00 楡 <nire@shiokaze.example>:
fq|> フォークリフトの免許は必要ですか。
""",
    ),
    (
        "pasted_mail_under_a_new_subject",
        "Java案件のご紹介",
        """
 |お客様からのメールを貼り付けます。
 |
h|差出人: 橘 <tachibana@genba.example>
h|送信日時: 2026年11月2日 15:00
h|件名: Java要員
 |
f|Java 5年以上の方を探しています。
""",
    ),
    (
        "bottom_posting",
        "Re: 運用監視",
        """
h|2026年11月2日(月) 18:05 霧島 <kirishima@mizunara.example>:
q|> シフトは2交代でしょうか。
q?|> 単価の幅を教えてください。
 |
 |3交代です。
 |単価は45万から50万です。
""",
    ),
    (
        "question_over_two_lines",
        "Re: 運用監視",
        """
q|> よろしくお願いします。
q?|> ２．夜勤の手当は単価に含まれますでしょうか、それとも別途ご請求しても
q?|> よろしいでしょうか。
 |含みます。
""",
    ),
    (
        "rfc_delimiter",
        "案件のお願い",
        """
 |単価は55万です。
 |よろしくお願いします。
 |
s|--\x20
s|株式会社しおかぜ 営業部 楡
s|TEL 03-1234-0000
""",
    ),
    (
        "delimiter_without_the_blank",
        "案件のお願い",
        """
 |単価は55万です。
s|--
s|楡
s|しおかぜ
""",
    ),
    (
        "false_delimiter_above_demands",
        "案件のお願い",
        """
 |2件あります。
 |--
 |案件A
 |単価: 55万
 |場所: 赤羽
 |--
 |案件B
 |単価: 60万
 |場所: 王子
""",
    ),
    (
        "postscript_below_the_delimiter",
        "案件のお願い",
        """
 |よろしくお願いします。
 |--
 |追伸: 開始は12月に変わりました。
""",
    ),
    (
        "demand_below_the_signature_is_own",
        "案件のお願い",
        """
 |下記のとおりです。
s|--
s|株式会社しおかぜ 楡
s|TEL 03-1234-0000
 |
 |■必須: COBOL 3年以上
 |■単価: 58万
""",
    ),
    (
        "fenced_signature",
        "案件のお願い",
        """
 |ご提案をお待ちしております。
 |
s|━━━━━━━━━━━━━━━━━━━━
s|株式会社しおかぜ
s|パートナー推進部　楡 一郎
s|〒100-0000 東京都千代田区架空町1-2-3
s|TEL：03-1234-0000 / FAX：03-1234-0001
s|URL：https://www.shiokaze.example/
s|━━━━━━━━━━━━━━━━━━━━
""",
    ),
    (
        "fenced_requisition_is_no_signature",
        "案件のお願い",
        """
 |下記案件です。
 |━━━━━━━━━━━━━━━━━━━━
 |【案件名】物流システム刷新
 |【場所】有明
 |【単価】〜68万
 |【お問合せ】TEL 03-1234-0000
 |━━━━━━━━━━━━━━━━━━━━
 |ご検討ください。
""",
    ),
    (
        "several_fenced_requisitions_then_a_signature",
        "案件2件",
        """
 |==============================
 |■案件名：受発注画面の改修
 |■単価：60万
 |==============================
 |■案件名：倉庫端末の保守
 |■単価：52万
 |==============================
 |2件とも面談は1回です。
 |
s|*******************************
s|しおかぜ株式会社　営業課　楡
s|Mail: nire@shiokaze.example
s|*******************************
""",
    ),
    (
        "unfenced_company_block",
        "案件のお願い",
        """
 |ご検討のほどよろしくお願いいたします。
 |
s|株式会社しおかぜ
s|営業二課　楡 一郎
s|電話 03-1234-0000
""",
    ),
    (
        "footer_that_names_requisitions_and_people",
        "案件のお願い",
        """
 |よろしくお願いします。
 |
s|━━━━━━━━━━━━━━━━━━━━
s|㈱しおかぜ　第一営業部　楡
s|〒100-0000 東京都千代田区架空町1-2-3
s|TEL：03-1234-0000
s|◎案件・要員の情報を随時募集しております◎
s|━━━━━━━━━━━━━━━━━━━━
""",
    ),
    (
        "thanks_to_a_person_by_initials_above_the_signature_is_own",
        "案件のお願い",
        """
 |残りの枠は埋まりました。
 |T.N.様によろしくお伝えください。
 |
s|----------------
s|株式会社しおかぜ
s|楡　TEL 03-1234-0000
s|----------------
""",
    ),
    (
        "name_alone",
        "案件のお願い",
        """
 |よろしくお願いします。
 |
s|朝霧
""",
    ),
    (
        "greeting_with_the_name_is_own",
        "案件のお願い",
        """
 |朝霧です。お世話になっております。
 |単価は60万です。
""",
    ),
    (
        "client_company_in_the_last_line_is_no_signature",
        "案件のお願い",
        """
 |下記のとおりです。
 |
 |単価：60万
 |エンド：株式会社かもめ製作所
""",
    ),
    (
        "place_in_the_last_line_without_a_colon_is_own",
        "案件のお願い",
        """
 |単価は60万です。
 |
 |勤務地　東京都架空区大崎
""",
    ),
    (
        "note_below_the_name_is_own",
        "案件のお願い",
        """
 |単価は60万です。
 |
 |朝霧
 |ちなみに、開始は12月に変わりました。
""",
    ),
    (
        "company_fact_in_a_signature",
        "案件のお願い",
        """
 |単価は60万です。
s|==============================
s|株式会社しおかぜ（資本金：3,000万円）
s|楡　TEL 03-1234-0000
s|==============================
""",
    ),
    (
        "external_banner_in_japanese",
        "案件のお願い",
        """
s|※このメールは社外から送信されています。
 |
 |単価は60万です。
""",
    ),
    (
        "how_to_apply_is_no_header_block",
        "Re: 案件のお願い",
        """
 |ご応募は次の形でお願いします。
 |差出人：御社のアドレス
 |件名：【応募】氏名
 |
 |単価は60万までです。
""",
    ),
    (
        "header_lines_as_paragraphs",
        "RE: 案件のお願い",
        """
 |2名になりました。
 |
h|差出人: 楡 <nire@shiokaze.example>
h|
h|送信日時: 2026年11月2日 18:05
h|
h|宛先: 白樺
h|
h|件名: 面談の件
 |
q|日時: 11月5日 14:00
q|場所: 大崎
""".replace("h|\n", " |\n"),
    ),
    (
        "interview_details_below_header_lines_are_no_header_lines",
        "FW: 面談の件",
        """
h|差出人: 楡 <nire@shiokaze.example>
h|送信日時: 2026年11月2日 18:05
h|件名: 面談の件
 |
f|日時: 11月5日 14:00
f|場所: 大崎
""",
    ),
    (
        "disclaimer_and_unsubscribe",
        "案件配信",
        """
 |・Python 3年以上
 |・単価 65万
 |
s|※本メールは弊社と名刺交換させていただいた方にお送りしております。
s|配信停止をご希望の方はご返信ください。
""",
    ),
    (
        "advertising_inside_the_signature",
        "案件のお願い",
        """
 |よろしくお願いします。
s|＿＿＿＿＿＿＿＿＿＿＿＿
s|株式会社しおかぜ　楡
s|★Java・AWSに強い方、経験者採用中！★
s|TEL 03-1234-0000
s|＿＿＿＿＿＿＿＿＿＿＿＿
""",
    ),
    (
        "signature_between_answer_and_history",
        "Re: 案件のお願い",
        """
 |必須はTerraformのみです。
 |
s|----------------------------
s|株式会社しおかぜ 楡
s|TEL 03-1234-0000
s|----------------------------
 |
h|2026年11月2日(月) 18:05 霧島 <kirishima@mizunara.example>:
q|> 必須をご教示ください。
""",
    ),
    (
        "groupware_separator",
        "Re: 増員のご相談",
        """
 |はい、12月から2名です。
 |
h|----- 白樺さんが書きました -----
q|> 開始と人数をご教示ください。
""",
    ),
    (
        "forward_separators_of_office_mailers",
        "転送: 増員のご相談",
        """
 |下記のとおりです。
 |
h|======== 転送メッセージ ========
h|送信者: 楡 <nire@shiokaze.example>
h|送信日: 2026/11/02 18:05
h|題名: 増員のご相談
 |
f|3名に増やしてください。
""",
    ),
    (
        "forward_marked_in_the_middle_of_the_text",
        "【共有】増員のご相談",
        """
 |各位
 |
 |現場からの連絡です。
h|---以下、転送---
h|差出人: 橘 <tachibana@genba.example>
h|件名: 増員
h|日時: 2026/11/02 18:05
 |
f|資格は問いません。
""",
    ),
    (
        "forward_behind_signs_without_header_lines",
        "Fw: 増員のご相談",
        """
 |ご参考まで。
 |
q|> 3名に増やしてください。
q|> 資格は問いません。
""",
    ),
    (
        "two_answers_under_one_question",
        "Re: 面談の件",
        """
q?|> 候補日をいくつかいただけますか。
 |11/5 14:00
 |11/6 10:00
 |
q|> よろしくお願いします。
""",
    ),
    (
        "answers_marked_with_arrows",
        "Re: ご質問",
        """
q?|> 1. 単価の上限は？
 |→ 72万です。
q?|> 2. 夜勤は？
 |→ ございません。
""",
    ),
    (
        "numbered_questions_answered_in_the_own_text",
        "Re: ご質問",
        """
 |1. 単価の上限は？
 |　72万です。
 |2. 夜勤は？
 |　ございません。
""",
    ),
    (
        "signature_in_a_box",
        "案件のお願い",
        """
 |よろしくお願いします。
 |
s|┏━━━━━━━━━━━━━━━━┓
s|　株式会社しおかぜ　営業部
s|　楡 一郎　TEL：03-1234-0000
s|┗━━━━━━━━━━━━━━━━┛
""",
    ),
    (
        "requisition_in_a_box",
        "案件のお願い",
        """
 |┏━━━━━━━━━━━━━━━━┓
 |┃案件名：配車システム
 |┃単　価：62万
 |┃お客様：株式会社かもめ運輸
 |┗━━━━━━━━━━━━━━━━┛
 |ご検討ください。
""",
    ),
    (
        "signature_fenced_by_stars",
        "案件のお願い",
        """
 |よろしくお願いします。
s|☆★☆★☆★☆★☆★☆★
s|㈱しおかぜ　楡 一郎
s|nire@shiokaze.example
s|☆★☆★☆★☆★☆★☆★
""",
    ),
    (
        "fence_open_at_the_end",
        "案件のお願い",
        """
 |よろしくお願いします。
 |
s|──────────────
s|有限会社しおかぜ
s|楡 一郎
s|携帯 090-1234-0000
""",
    ),
    (
        "fence_below_the_signature_only",
        "案件のお願い",
        """
 |よろしくお願いします。
 |
s|しおかぜ株式会社　楡 一郎
s|TEL 03-1234-0000
 |--------------------
""",
    ),
    (
        "licence_numbers_in_the_signature",
        "案件のお願い",
        """
 |よろしくお願いします。
 |
s|--------------------------
s|株式会社しおかぜ
s|労働者派遣事業許可番号 派13-000000
s|有料職業紹介事業許可番号 13-ユ-000000
s|--------------------------
""",
    ),
    (
        "apology_for_a_wrong_addressee",
        "案件のお願い",
        """
 |単価は60万です。
 |
s|※万が一、誤って受信された場合は、お手数ですが破棄をお願いいたします。
""",
    ),
    (
        "wish_for_secrecy_about_the_seat_is_own",
        "案件のお願い",
        """
 |エンド名は機密でお願いします。
 |秘密保持契約の締結が必須です。
""",
    ),
    (
        "delivery_of_software_is_no_footer",
        "案件のお願い",
        """
 |■業務：動画配信サイトの停止監視
 |■必須：メール配信基盤の経験
""",
    ),
    (
        "history_below_a_separator_in_a_thread_of_replies",
        "Re: Re: 増員のご相談",
        """
 |承知しました。
h|2026年11月3日(火) 9:00 白樺 <shirakaba@kogane.example>:
 |
q|> 2名でお願いします。
q|>
q|> 2026年11月2日(月) 18:05 霧島 <kirishima@mizunara.example>:
q|>
q|>> 何名ですか。
""",
    ),
    (
        "half_a_line_of_signs_is_a_bullet",
        "案件のお願い",
        """
 |->Rust 3年以上
 |=>週3日在宅
 |≫詳細はお電話で
""",
    ),
    (
        "memo_with_a_time_in_the_first_line_is_own",
        "電話メモ",
        """
 |11/2 18:05 霧島様よりTEL
 |単価 70万まで
 |2026/11/20 開始
""",
    ),
    (
        "requisition_with_dates_and_a_contact_is_own",
        "案件のお願い",
        """
 |■期間：2026/12/01 〜 2027/03/31
 |■面談：2026/11/10 14:00 WEB
 |■応募：saiyo@shiokaze.example 宛
 |■件名：【応募】氏名
""",
    ),
)
