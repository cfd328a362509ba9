-- One edition.
insert into edition (edition_id, report, district, unit, period_kind, period_start, period_end, number, file_name, sha256, content_hash, status, signed_from,
                     as_of_load, issued_at, release_at, issued_by, reason)
values ($id, $report, $district, $unit, $kind, $start, $end, $number, $fileName, $sha256, $contentHash, $status, $signedFrom,
        $asOf, $issuedAt, $releaseAt, $by, $reason);
