using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

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
            if (!IsPlain(text, source)) return null;
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count == 1 && Convert(yaml.Documents[0].RootNode) is WrittenMap { Entries.Count: > 0 } map) return map;
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

    // Looked through event by event, before anything is built in memory.
    static bool IsPlain(string text, SourceFile source)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            var line = (int)parser.Current.Start.Line;
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
                source.NoteUnreadable(line, "不支持锚点（&）和引用（*），请把内容写全", "anchors (&) and references (*) are not supported; write it out");
            else if (depth > DeepestByHand)
                source.NoteUnreadable(line, "嵌套太深，请检查括号和缩进", "nested too deeply; check brackets and indentation");
            if (source.IsUnreadable) return false;
        }
        return true;
    }

    static WrittenNode Convert(YamlNode node) => (node, Line: (int)node.Start.Line) switch
    {
        (YamlMappingNode map, var line) => new WrittenMap(line, [.. map.Children.Select(pair => Entry(pair.Key, pair.Value))]),
        (YamlSequenceNode list, var line) => new WrittenList(line, [.. list.Children.Select(Convert)]),
        (YamlScalarNode scalar, var line) => new WrittenText(line, IsEmpty(scalar) ? null : scalar.Value),
        (_, var line) => new WrittenText(line, null),
    };

    static WrittenEntry Entry(YamlNode key, YamlNode value) =>
        new((key as YamlScalarNode)?.Value ?? key.ToString(), (int)key.Start.Line, Convert(value));

    static bool IsEmpty(YamlScalarNode scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" };
}
