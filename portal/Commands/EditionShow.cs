using Reporting.Reports.Issuing;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>One edition: what it is, who signed it, what is open before it is issued; its kept bytes; whether it renders to the same parts today.</summary>
static class EditionShow
{
    public static Verb Verb { get; } = new("edition show", "查看一期：签字、未办事项、修订；取出原件；重新生成核对", "one edition: signatures, what is open, what was revised; its kept bytes; rendered again and compared")
    {
        Parameters =
        [
            AskedReport.EditionNumber,
            new("--again", ParameterKind.Flag, "用现在的程序重新生成，逐个部件核对", "render it again and compare its parts"),
            new("--out", ParameterKind.OutPath, "把原件写到哪个文件；.pdf 由 LibreOffice 转成 PDF", "where to write its kept bytes; .pdf is made by LibreOffice") { Shape = "FILE" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, text) = (office.Warehouse, EditionText.Of(office));
        var edition = AskedReport.Edition(request, warehouse);
        var kept = warehouse.Archive.Read(edition.Sha256);
        var open = text.State(edition) == "held" ? EditionIssue.Open(office, edition) : [];
        bool? equal = request.Has("--again") ? EditionParts.Hash(Editing.Again(warehouse, edition, office.IsDemo)) == EditionParts.Hash(kept) : null;
        var answer = request.Json ? Answer.Document(new { edition = text.Printed(edition), open = open.Select(EditionText.Printed), same = equal })
            : Answer.Done(string.Join('\n', Lines(text, edition, open, equal)));
        return answer with { Files = request["--out"] is { } path ? [new(path, LibreOffice.IsPdf(path) ? LibreOffice.Pdf(kept, request.Gone) : kept)] : null };
    }

    static IEnumerable<string> Lines(EditionText text, Edition edition, IReadOnlyList<OpenPoint> open, bool? equal) =>
    [
        $"{edition.EditionId} 号  {text.Title(edition)}{(edition.Number > 0 ? $"第 {edition.Number} 期" : "（待签稿）")}  {text.StateInWords(edition)}",
        $"  批次 {edition.AsOfLoad}，{ShanghaiTime.Print(edition.IssuedAt)} 制，{edition.IssuedBy ?? "未记"}{(edition.Reason is { } reason ? $"：{reason}" : "")}",
        $"  文件 {edition.FileName}", $"  SHA-256 {edition.Sha256}", $"  内容 {edition.ContentHash ?? "未记（此前签发）"}",
        .. text.SignaturesOf(edition).Select(signature => $"  签字  {signature.Login}  {ShanghaiTime.PrintSeconds(signature.SignedAt)}  {signature.Remark}".TrimEnd()),
        .. EditionText.Lines(open),
        .. equal switch { true => new[] { "  重新生成一致：各部件与原件相同。" }, false => ["  重新生成不一致：程序、定义或模板已经变了；以原件为准。"], _ => [] },
    ];
}
