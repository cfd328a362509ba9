using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Answer.Marked;

/// <summary>A workbook on its way from the sender's bytes to the marked ones: which parts change, and in which order.</summary>
sealed class MarkedBook
{
    readonly PackageParts parts;
    readonly ReadFile read;
    readonly Marks marks;
    readonly List<MarkedLook> looks = [];

    public MarkedBook(PackageParts parts, ReadFile read, Marks marks)
    {
        (this.parts, this.read, this.marks) = (parts, read, marks);
        Types = new(parts);
        Book = new(parts, Types, new Links(parts, "").First("officeDocument")?.Part is { } part && parts.Has(part) ? part : "xl/workbook.xml");
    }

    public ContentTypes Types { get; }
    public BookEdit Book { get; }
    public bool HasMacros => Types.HasMacros;

    public void Write(AnswerContent answer, IReadOnlyList<string> leftOut, IReadOnlyList<GivenReason> reasons)
    {
        var own = read.Marks.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var sheet in Book.Sheets.Where(sheet => own.Contains(sheet.Name)).ToList()) Book.Remove(sheet);
        var stylePart = Book.Links.First("styles")?.Part;
        var styles = new Styles(stylePart is null ? null : parts.TextOf(stylePart), XmlParts.MainOf(Book.IsStrict));
        var former = new FormerLooks(HelpSheet.LooksIn(read));
        foreach (var sheet in Book.Sheets) Mark(sheet, styles, former);
        AddOwnSheets(answer, leftOut, reasons, styles);
        parts.Put(stylePart ?? NewStyles(), styles.Saved());
        Types.AddRelationships();
        Book.Save();
        Types.Save();
    }

    void Mark(BookSheet sheet, Styles styles, FormerLooks former)
    {
        if (sheet.Part is not { } part || !parts.Has(part)) return;
        var wanted = sheet.Link!.Is("worksheet") ? marks.Of(sheet.Name) : [];
        var links = new Links(parts, part);
        var comments = links.First("comments") is { } known && parts.TextOf(known.Part) is { } text ? new CommentPart(text, Book.IsStrict) : null;
        var selected = parts.HeadOf(part, 16_384)?.Contains("tabSelected", StringComparison.Ordinal) == true;
        if (wanted.Count == 0 && !selected && styles.MarkedCells is null && comments is not { Removed.Count: > 0 }) return;
        if (parts.TextOf(part) is not { } xml) return;
        var edit = new SheetEdit(xml);
        edit.Deselect();
        Restyle(edit, sheet.Name, wanted, styles, former);
        Comment(edit, part, links, comments, wanted);
        if (!edit.Patch.IsEmpty) parts.Put(part, edit.Patch.Applied());
    }

    void Restyle(SheetEdit edit, string name, IReadOnlyCollection<CellMark> wanted, Styles styles, FormerLooks former)
    {
        var byPlace = wanted.ToDictionary(mark => (mark.Row, mark.Column));
        var columns = wanted.GroupBy(mark => mark.Row).ToDictionary(row => row.Key, row => new SortedSet<int>(row.Select(mark => mark.Column)));
        edit.Restyle(columns, styles.MarkedCells, (row, column, format) =>
        {
            var plain = styles.IsMarked(format) ? styles.Unmarked(format, former.Of(name, Address.Of(row, column))) : format;
            if (!byPlace.TryGetValue((row, column), out var mark)) return plain;
            looks.Add(new(name, Address.Of(row, column), styles.Look(plain)));
            return styles.Marked(plain, mark.Severity);
        });
    }

    void Comment(SheetEdit edit, string part, Links links, CommentPart? there, IReadOnlyCollection<CellMark> wanted)
    {
        var comments = there ?? new CommentPart(null, Book.IsStrict);
        List<(string Address, string Text)> added = [.. wanted.Where(mark => mark.Text is not null).OrderBy(mark => (mark.Row, mark.Column))
            .Select(mark => (Address: Address.Of(mark.Row, mark.Column), Text: mark.Text!)).Where(comment => !comments.HasOther(comment.Address))];
        if (added.Count == 0 && comments.Removed.Count == 0) return;
        var drawing = links.ById(edit.DrawingId) is { External: false } link && parts.TextOf(link.Part) is { } known ? (link.Part, Text: known) : ((string Part, string Text)?)null;
        if (CommentBoxes.With(drawing?.Text, comments.Removed, added) is not { } boxes) return;
        if (drawing is null)
        {
            var drawn = parts.FreeName($"{Book.Folder}drawings/vmlDrawing", ".vml");
            edit.SetDrawing(links.Add("vmlDrawing", drawn, Book.IsStrict), Book.IsStrict);
            Types.AddDrawing(drawn);
            parts.Put(drawn, boxes);
        }
        else parts.Put(drawing.Value.Part, boxes);
        parts.Put(there is null ? NewComments(links) : links.First("comments")!.Part, comments.With(added));
        links.Save();
    }

    string NewComments(Links links)
    {
        var part = parts.FreeName($"{Book.Folder}comments", ".xml");
        links.Add("comments", part, Book.IsStrict);
        Types.Add(part, ContentTypes.Comments);
        return part;
    }

    string NewStyles()
    {
        var part = parts.Has($"{Book.Folder}styles.xml") ? parts.FreeName($"{Book.Folder}styles", ".xml") : $"{Book.Folder}styles.xml";
        Book.Links.Add("styles", part, Book.IsStrict);
        Types.Add(part, ContentTypes.Styles);
        return part;
    }

    // Help stands before the results; these are the last sheet, the one that is shown and the only one that is selected.
    void AddOwnSheets(AnswerContent answer, IReadOnlyList<string> leftOut, IReadOnlyList<GivenReason> reasons, Styles styles)
    {
        var (helpName, resultName) = (Book.FreeName(OwnMarks.HelpSheet), Book.FreeName(OwnMarks.ResultSheet));
        var help = Book.Add(helpName, HelpSheet.Xml(answer, marks, leftOut, looks, styles, Book.IsStrict, Book.Views));
        var result = Book.Add(resultName, ResultSheet.Xml(marks, AnswerText.VerdictInWords(answer), answer.Submission.Receipt, reasons, styles, Book.IsStrict, Book.Views));
        Book.Define("_xlnm._FilterDatabase", result, $"'{resultName}'!{ResultSheet.Range(marks.Lines.Count)}");
        Book.Define("_xlnm.Print_Area", help, $"'{helpName}'!{HelpSheet.PrintRange(answer, marks, leftOut)}");
        Book.Define("_xlnm.Print_Titles", result, $"'{resultName}'!$1:$1");
        Book.Show(result);
    }
}
