using System.Security.Cryptography;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;

namespace Reporting.Portal.Commands;

/// <summary>验证回执: what a receipt stands for, whether the kept bytes are still those, and whether a file at hand is the one received.</summary>
static class VerifyReceipt
{
    public static Answer Run(Request request, Office office)
    {
        var (warehouse, receipt) = (office.Warehouse, request["--receipt"]!);
        var submission = warehouse.Submissions.Find(receipt) ?? throw new MisuseException($"没有回执号 {receipt}；回执不是这里发出的，或抄错了。", $"There is no receipt {receipt}: it was not given here, or was copied wrongly.");
        var isIntact = HashOf(() => warehouse.Archive.Read(submission.Sha256)) == submission.Sha256;
        bool? isSame = request.Files is [var file, ..] ? HashOf(() => file.Bytes) == submission.Sha256 : null;
        var exit = isIntact && isSame is not false ? 0 : 3;
        if (request.Json) return Answer.Document(new { submission.Receipt, submission.FileName, submission.Sha256, submission.Size, submission.SentBy, ReceivedAt = DateTime.SpecifyKind(submission.ReceivedAt, DateTimeKind.Utc), intact = isIntact, same_file = isSame }, exit);
        List<string> said = [isIntact ? request.Say("原件完好：留存的字节与回执上的指纹一致。", "The kept bytes are those of the receipt.") : request.Say("原件已损坏或缺失：留存的字节与回执上的指纹不符。", "The kept bytes are damaged or missing.")];
        if (isSame is { } same) said.Add(same ? request.Say("手头的文件就是当时收到的那份。", "The file at hand is the one received.") : request.Say("手头的文件不是当时收到的那份（内容不同）。", "The file at hand is another one."));
        return new Answer(exit, $"{string.Join('\n', said)}\n\n{AnswerText.InWords(Standing.Of(warehouse, submission))}");
    }

    static string? HashOf(Func<byte[]> bytes)
    {
        try { return Convert.ToHexStringLower(SHA256.HashData(bytes())); }
        catch (IOException) { return null; } // gone from the archive: that is the answer
    }
}
