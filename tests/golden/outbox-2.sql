-- What a kiosk may have held when the outbox's schema was 2: states that came with it, a mark, and a request that waits.
INSERT INTO packages (number, package_id, group_id, sha256, size_bytes, state, may_have_left, receipt) VALUES
    (3, '00000000000000000000000000000003', 'a0000000000000000000000000000000', '3333333333333333333333333333333333333333333333333333333333333333', 1000, 'erased', 1,
     '{"receipt":{"package_id":"00000000000000000000000000000003","received_day":"2026-01-31","sha256":"3333333333333333333333333333333333333333333333333333333333333333","size_bytes":1000},"signature":"abababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababab"}');
INSERT INTO packages (number, package_id, group_id, sha256, size_bytes, state, part, file_name, queued_day, upload_url, upload_kiosk_id, offset_bytes, sent_bytes, attempts, rejects, next_try_at_s, reason, may_have_left) VALUES
    (4, '00000000000000000000000000000004', 'b0000000000000000000000000000000', '4444444444444444444444444444444444444444444444444444444444444444', 1000, 'queued', 'listen', '4.age', '2026-02-01', NULL, NULL, 0, 0, 0, 0, 0, NULL, 0),
    (5, '00000000000000000000000000000005', 'b0000000000000000000000000000000', '5555555555555555555555555555555555555555555555555555555555555555', 1000, 'blocked', 'master', '5.age', '2026-02-01', 'https://archive.example/u/5', 'k', 300, 400, 1, 0, 1770000060, 'portal', 1),
    (6, '00000000000000000000000000000006', 'c0000000000000000000000000000000', '6666666666666666666666666666666666666666666666666666666666666666', 1000, 'blocked', 'listen', '6.age', '2026-02-02', NULL, NULL, 1000, 1000, 0, 0, 1770000600, 'receipt', 1),
    (7, '00000000000000000000000000000007', 'd0000000000000000000000000000000', '7777777777777777777777777777777777777777777777777777777777777777', 1000, 'withdrawing', 'master', '7.age', '2026-02-02', NULL, NULL, 0, 0, 0, 0, 0, NULL, 1);
INSERT INTO packages (number, package_id, group_id, sha256, size_bytes, state, may_have_left) VALUES
    (8, '00000000000000000000000000000008', 'd0000000000000000000000000000000', '', 0, 'withdrawn', 1);
INSERT INTO withdrawal_marks VALUES ('b0000000000000000000000000000000', '01234567');
INSERT INTO withdrawals (request_id, sealed, attempts, next_try_at_s) VALUES ('e0000000000000000000000000000000', x'00ff', 2, 1770000000);
