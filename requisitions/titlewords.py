"""Words of titles and subjects that tell little of the seat, in both languages."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


REPLY_MARKS = _listed("re fw fwd aw wg sv vs 返信 転送 回答 返 転")
"""What a mail program puts before the colon."""

STATE_MARKS = _listed("""
再送 再々送 再再送 再送信 再掲 急募 至急 大至急 緊急 重要 更新 変更 訂正 修正 追加 再開 再募集 終了 募集終了 クローズ 参考 ご参考
resend resent urgent update updated reminder correction external ext
""")
"""What people put before a title to tell what became of it."""

STOP_WORDS = _listed("""
a an and any are at be but by for from has have i in is it its my new no not of on or our please some that the their this to us we
with your you re about again back change changed changes correction corrections got hello hi hiring immediate immediately info job
jobs looking memo need needed needs news note notes opening openings position positions quick req reqs request required requirement
requirements requisition requisitions role roles search seat staff subject terms update updated urgent vacancy vacancies want
wanted wrong call phone question questions profile profiles interview attached contract direct hire month months year years week weeks day
days current hot latest list open share these
""")

FAINT_WORDS = _listed("""
engineer developer programmer consultant analyst specialist manager administrator architect designer technician operator worker
senior junior lead principal sr jr project team remote hybrid onsite outside inside support system systems service services
エンジニア プログラマ プログラマー コンサルタント システム プロジェクト サービス リモート サポート オペレーター デザイナー
アナリスト 開発 運用 保守 設計 構築 担当 支援 技術
""")
"""Words that many titles share; they tell less."""

GENERIC_PARTS = _listed("""
案件 募集 条件 変更 要員 急募 再送 情報 紹介 依頼 相談 連絡 更新 面談 結果 今後 終了 再開 追加 確認 回答 株式会社 有限会社 合同会社
弊社 貴社 至急 訂正 修正 電話 メモ 参考 内容 要望 詳細 打合 日程 調整 人材 人員 派遣 スタッフ 開始 人手 範囲 拡大 緩和 新規 一部 要件
本件 先日 案内 通知 挨拶 報告 質問 問合 送付 添付 資料 提案 応募 求人 補足 共有 返信 営業 一斉 配信 一覧
今週 今月 最新 件 様 殿 名 月 向 円 万
""")
"""Parts of Japanese compounds that every other subject holds."""

SHOUTS = _listed("""
注力 注目 継続 新着 新規 再募集 増員 即決 即日 急ぎ お急ぎ 直請け 元請 プライム おすすめ オススメ
案件 案件情報 案件紹介 要員募集 人材募集 募集 電話メモ メモ
new hot open reposted repost reopened job jobs opening openings requirement req memo
""")
"""What senders put before or behind a title to have it read."""

TRAILING_WORDS = STATE_MARKS | SHOUTS | _listed("still open again available and the a now position role needed asap please immediate")
"""English words that, alone behind a dash, tell what became of a seat."""
