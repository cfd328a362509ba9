using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Reporting.Etl.Intake;

/// <summary>
/// Reads a web page saved as .xls, as many reporting systems export it, and lays it out as Excel would: one sheet, texts and tables one
/// below the other. AngleSharp parses it, and only this file knows it; nothing is run and nothing is loaded.
/// </summary>
static class HtmlReader
{
    /// <summary>A parsed element takes some 800 bytes with its words, so a page of a few megabytes could take a gigabyte.</summary>
    const int MostElements = 300_000;
    /// <summary>The parser looks at all open elements for each further one; what people write is some tens deep.</summary>
    const int MostDeep = 1_000;

    public static ReadFile Read(ReadOnlySpan<byte> bytes, string fileName, ReadBudget budget)
    {
        var (text, encoding) = HtmlText.Decode(bytes);
        if (HtmlDepth.Passes(text, MostDeep)) return ReadFindings.Refusal("html", ReadFindings.TooDeep(MostDeep));
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
            OnCreated = (_, _) =>
            {
                budget.CheckTime();
                if (++elements > MostElements) throw new FileLimitException(ReadFindings.TooManyElements(MostElements));
            },
        });
        using var page = parser.ParseDocument(text);
        var sheet = new HtmlSheet(page, budget);
        return sheet.Read() is { } read ? new("html", encoding, [read], []) : ReadFindings.Refusal("html", ReadFindings.Refused(fileName, "html")) with { Encoding = encoding };
    }

    sealed class HtmlSheet(IDocument page, ReadBudget budget)
    {
        static readonly HashSet<string> Unseen = ["script", "style", "head", "title", "noscript", "template", "svg", "select", "textarea"];
        static readonly HashSet<string> Inline = ["a", "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "small", "big", "label", "o:p", "ins", "del", "nobr", "img", "input"];
        readonly HtmlFormats formats = new(page.QuerySelectorAll("style").Select(style => style.TextContent));
        readonly List<CellRange> merges = [];
        readonly HashSet<int> hiddenRows = [];
        readonly TextPool pool = new();
        int row;
        bool anyTable;

        /// <summary>Null where the page has no table.</summary>
        public Sheet? Read()
        {
            using var cells = new CellList();
            ReadBlocks(cells);
            return anyTable ? new("", false, cells.ToArray(), merges, hiddenRows) : null;
        }

        // Without recursion: how deep a page nests is the sender's choice.
        void ReadBlocks(CellList cells)
        {
            var line = new HtmlText();
            INode? root = page.Body, node = root;
            while (node is not null)
            {
                var enter = true;
                if (node is IText words) line.Append(words.Data);
                else if (IsUnseen(node)) enter = false;
                else if (IsTable(node))
                {
                    AddLine(cells, line);
                    ReadTable(cells, (IElement)node);
                    enter = false;
                }
                else if (!IsInline(node)) AddLine(cells, line);
                node = Next(node, root!, enter, left => { if (!IsInline(left)) AddLine(cells, line); });
            }
            AddLine(cells, line);
        }

        void AddLine(CellList cells, HtmlText line)
        {
            var text = line.Take();
            if (!Cell.IsBlank(text)) Add(cells, CsvReader.CellOf(++row, 1, text, pool));
        }

        void ReadTable(CellList cells, IElement table)
        {
            anyTable = true;
            var (covered, firstMerge) = (new Dictionary<int, int>(), merges.Count);
            foreach (var part in table.Children)
            {
                if (part.LocalName == "caption") { var line = new HtmlText(); line.Append(part.TextContent); AddLine(cells, line); }
                foreach (var line in part.LocalName == "tr" ? [part] : part.Children.Where(child => child.LocalName == "tr")) ReadRow(cells, line, covered);
            }
            for (var merge = merges.Count - 1; merge >= firstMerge; merge--) // a span may reach below its table
            {
                var cut = merges[merge] with { LastRow = Math.Min(merges[merge].LastRow, row) };
                if ((cut.FirstRow, cut.FirstColumn) == (cut.LastRow, cut.LastColumn)) merges.RemoveAt(merge);
                else merges[merge] = cut;
            }
        }

        void ReadRow(CellList cells, IElement line, Dictionary<int, int> covered)
        {
            budget.CheckTime();
            var (column, inner) = (1, new List<IElement>());
            row++;
            if (IsHidden(line)) hiddenRows.Add(row);
            foreach (var cell in line.Children.Where(child => child.LocalName is "td" or "th"))
            {
                while (covered.GetValueOrDefault(column) >= row) column++;
                var range = Span(cell, column, covered);
                if (CellOf(cell, column, inner) is { } filled) Add(cells, filled);
                column = range.LastColumn + 1;
            }
            foreach (var table in inner) ReadTable(cells, table); // a table of figures within a cell follows below the row
        }

        CellRange Span(IElement cell, int column, Dictionary<int, int> covered)
        {
            if (column > budget.Limits.Columns) return new(row, column, row, column); // if it is filled, its count refuses it
            var range = new CellRange(row, column, Math.Min(budget.Limits.Rows, row + SpanOf(cell, "rowspan") - 1), Math.Min(budget.Limits.Columns, column + SpanOf(cell, "colspan") - 1));
            if (range.LastRow > row)
                for (var under = column; under <= range.LastColumn; under++) covered[under] = range.LastRow;
            if ((range.LastRow, range.LastColumn) == (row, column)) return range;
            merges.Add(range);
            budget.CheckEntries(merges.Count);
            return range;
        }

        static int SpanOf(IElement cell, string name) =>
            int.TryParse(cell.GetAttribute(name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 65_534) : 1;

        Cell? CellOf(IElement cell, int column, List<IElement> inner)
        {
            var text = TextOf(cell, inner);
            var (look, asText) = formats.Of(cell.GetAttribute("style"), cell.ClassName);
            if (cell.GetAttribute("x:err") is not null && text.StartsWith('#')) return new(row, column, CellKind.Error, text);
            if (cell.GetAttribute("x:num") is { } exact && ExactNumber.TryRead(exact is "" ? text : exact, out var number, out _))
                return look == NumberLook.Date && ExcelDate.Write(number, false) is { } date
                    ? new(row, column, CellKind.Date, date, number)
                    : new(row, column, CellKind.Number, ExactNumber.Write(number, pool), number, look == NumberLook.Percent);
            if (Cell.IsBlank(text)) return null;
            return asText || cell.GetAttribute("x:str") is not null ? new(row, column, CellKind.Text, pool.Get(text)) : CsvReader.CellOf(row, column, text, pool);
        }

        static string TextOf(IElement cell, List<IElement> inner)
        {
            var text = new HtmlText();
            for (var node = Next(cell, cell, true, null); node is not null;)
            {
                var enter = true;
                if (node is IText words) text.Append(words.Data);
                else if (IsUnseen(node)) enter = false;
                else if (IsTable(node) && HoldsFigures((IElement)node)) { inner.Add((IElement)node); enter = false; }
                else if (!IsInline(node)) text.Break(node is IElement { LocalName: "td" or "th" } ? ' ' : '\n');
                node = Next(node, cell, enter, null);
            }
            return text.Take();
        }

        void Add(CellList cells, in Cell cell)
        {
            budget.CheckText(cell.Text.Length);
            budget.CountCell(null, cell.Row, cell.Column);
            cells.Add(cell);
        }

        // A table of one row or one column within a cell only arranges words.
        static bool HoldsFigures(IElement table)
        {
            var rows = table.Children.SelectMany(part => part.LocalName == "tr" ? [part] : part.Children.Where(child => child.LocalName == "tr")).Take(2).ToList();
            return rows.Count > 1 && rows.Any(line => line.Children.Length > 1);
        }

        static bool IsTable(INode node) => node is IElement { LocalName: "table" };
        static bool IsInline(INode node) => node is not IElement element || Inline.Contains(element.LocalName);
        static bool IsUnseen(INode node) => node is IElement element && (Unseen.Contains(element.LocalName) || (element.LocalName is not "tr" && IsHidden(element)));

        static bool IsHidden(IElement element) =>
            element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

        static INode? Next(INode node, INode root, bool enter, Action<INode>? leave)
        {
            if (enter && node.FirstChild is { } child) return child;
            for (INode? at = node; at is not null && at != root; at = at.Parent)
            {
                if (at != node || enter) leave?.Invoke(at);
                if (at.NextSibling is { } sibling) return sibling;
            }
            return null;
        }
    }
}
