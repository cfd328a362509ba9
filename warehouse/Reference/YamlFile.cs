using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// The one file that knows the YAML library: text becomes <see cref="WrittenNode"/>s. Of YAML only what people write by hand is
/// taken: one document, maps, lists, texts. Anchors are refused, so a small file cannot grow without end.
/// </summary>
static class YamlFile
{
    const int DeepestByHand = 20;

    /// <summary>The map that the file is; null, with a problem noted, where it is none.</summary>
    public static WrittenMap? Read(string text, SourceFile source)
    {
        try
        {
            var events = new Parser(new StringReader(text));
            events.Consume<StreamStart>();
            WrittenNode? root = null;
            if (events.TryConsume<DocumentStart>(out _))
            {
                root = Node(events, source, 0);
                if (source.IsUnreadable) return null;
                events.Consume<DocumentEnd>();
            }
            if (events.Accept<StreamEnd>(out _) && root is WrittenMap { Entries.Count: > 0 } map) return map;
            source.NoteUnreadable(1, "文件中没有定义：顶层应为 district、elements、breakdowns、indicators、form、plan、scheme 或 lights 之一，且只有一个文档（不要写 ---）",
                "holds no definition: at the top it must say district, elements, breakdowns, indicators, form, plan, scheme or lights, in one document (no ---)");
        }
        catch (YamlException problem)
        {
            source.NoteUnreadable((int)problem.Start.Line, $"不是合格的 YAML，请检查这一行的缩进、冒号后的空格和引号（{problem.Message}）",
                $"not valid YAML; check indentation, the space after the colon, and quotes ({problem.Message})");
        }
        return null;
    }

    /// <summary>The next node, straight from the events: every verb reads all definitions, and a model between would double that.</summary>
    static WrittenNode Node(Parser events, SourceFile source, int depth)
    {
        var begin = events.Consume<ParsingEvent>();
        var line = (int)begin.Start.Line;
        if (begin is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            source.NoteUnreadable(line, "不支持锚点（&）和引用（*），请把内容写全", "anchors (&) and references (*) are not supported; write it out");
        else if (depth > DeepestByHand)
            source.NoteUnreadable(line, "嵌套太深，请检查括号和缩进", "nested too deeply; check brackets and indentation");
        return begin switch
        {
            _ when source.IsUnreadable => new WrittenText(line, null),
            MappingStart => Map(events, source, depth, line),
            SequenceStart => List(events, source, depth, line),
            Scalar scalar => new WrittenText(line, IsEmpty(scalar) ? null : scalar.Value),
            _ => new WrittenText(line, null),
        };
    }

    static WrittenMap Map(Parser events, SourceFile source, int depth, int line)
    {
        var (entries, keys) = (new List<WrittenEntry>(), new HashSet<string>());
        while (!source.IsUnreadable && !events.TryConsume<MappingEnd>(out _))
        {
            var written = events.Current!;
            var name = (written as Scalar)?.Value ?? "";
            if (!keys.Add(name)) throw new YamlException(written.Start, written.End, $"Duplicate key {name}");
            var key = Node(events, source, depth + 1);
            if (!source.IsUnreadable) entries.Add(new(name, key.Line, Node(events, source, depth + 1)));
        }
        return new(line, entries);
    }

    static WrittenList List(Parser events, SourceFile source, int depth, int line)
    {
        var items = new List<WrittenNode>();
        while (!source.IsUnreadable && !events.TryConsume<SequenceEnd>(out _)) items.Add(Node(events, source, depth + 1));
        return new(line, items);
    }

    static bool IsEmpty(Scalar scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" };
}
