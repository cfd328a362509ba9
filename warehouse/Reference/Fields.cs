using System.Globalization;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// One map of a definition file, read key by key. What is wrong is noted and reading goes on with a stand-in, so that one start
/// names every problem. Keys nobody asked for are noted by <see cref="NothingElse"/>.
/// </summary>
sealed class Fields
{
    readonly Dictionary<string, WrittenEntry> entries;
    readonly HashSet<string> asked = [];
    readonly WrittenMap map;

    public Fields(WrittenMap map, string path, SourceFile source)
    {
        (this.map, Path, Source) = (map, path, source);
        entries = map.Entries.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key);
        source.Place(path, map.Line);
        foreach (var entry in map.Entries) source.Place(PlaceOf(entry.Key), entry.Line);
    }

    public string Path { get; }
    public SourceFile Source { get; }

    /// <summary>Whether something is written there; a key with nothing behind it counts as absent.</summary>
    public bool Has(string key)
    {
        asked.Add(key);
        return entries.TryGetValue(key, out var entry) && entry.Value is not WrittenText { Text: null };
    }

    public string Text(string key) => Required(key, TextOrNull(key)) ?? "";
    public string? TextOrNull(string key) => Read<string>(key, text => text, "一段文字", "a text");

    public DateOnly Date(string key) => Required(key, DateOrNull(key)) ?? default;
    public DateOnly? DateOrNull(string key) => Read<DateOnly?>(key,
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        "日期，写成 2022-01-31", "a date, written 2022-01-31");

    public int Whole(string key) => Required(key, WholeOrNull(key)) ?? 0;
    public int? WholeOrNull(string key) => Read<int?>(key, WholeOf, "整数", "a whole number");

    public decimal? NumberOrNull(string key) => Read<decimal?>(key,
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null,
        "数字，不带千分位和单位", "a number without thousand marks or unit");

    public bool? YesOrNoOrNull(string key) => Read<bool?>(key,
        text => text switch { "true" => true, "false" => false, _ => null }, "true（是）或 false（否）", "true or false");

    /// <summary>One of a closed list of words, such as the members of an enum.</summary>
    public T Word<T>(string key) where T : struct, Enum => Required(key, WordOrNull<T>(key)) ?? default;
    public T? WordOrNull<T>(string key) where T : struct, Enum =>
        OneOfOrNull(key, Enum.GetNames<T>()) is { } word ? Enum.Parse<T>(word) : null;

    public string OneOf(string key, IReadOnlyList<string> words) => Required(key, OneOfOrNull(key, words)) ?? "";

    public IReadOnlyList<string> Texts(string key) => Items(key, "文字的列表，如 [甲, 乙]", "a list of texts such as [a, b]",
        (item, _) => item is WrittenText { Text: { } text } ? text : null);

    /// <summary>The same; null where the key is absent, so that a record that does not use it keeps its hash.</summary>
    public IReadOnlyList<string>? TextsOrNull(string key) => Has(key) ? Texts(key) : null;
    public IReadOnlyList<T>? ListOrNull<T>(string key, Func<Fields, T> read) where T : class => Has(key) ? List(key, read) : null;

    public IReadOnlyList<int> Wholes(string key) => [.. Items<int?>(key, "整数的列表，如 [1, 2]", "a list of whole numbers such as [1, 2]",
        (item, _) => item is WrittenText { Text: { } text } ? WholeOf(text) : null).OfType<int>()];

    public IReadOnlyList<T> Words<T>(string key) where T : struct, Enum => [.. Items<T?>(key,
        $"以下各词的列表：{string.Join('、', Enum.GetNames<T>())}", $"a list of: {string.Join(", ", Enum.GetNames<T>())}",
        (item, _) => item is WrittenText { Text: { } text } && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null).OfType<T>()];

    /// <summary>A list of maps, each read by the same reader.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<Fields, T> read) where T : class => Items(key,
        "列表，每项以短横线 - 开头并带有各自的键", "a list whose items begin with - and have keys of their own",
        (item, place) => item is WrittenMap child ? Of(child, place, read) : null);

    /// <summary>A map of its own; null where the key is absent.</summary>
    public T? MapOrNull<T>(string key, Func<Fields, T> read) where T : class
    {
        if (!Has(key)) return null;
        if (entries[key].Value is WrittenMap child) return Of(child, PlaceOf(key), read);
        Wrong(key, "缩进在下面的若干键", "keys indented below it");
        return null;
    }

    public void NothingElse()
    {
        foreach (var entry in map.Entries.Where(entry => !asked.Contains(entry.Key)))
        {
            var near = Spelling.Nearest(entry.Key, asked.Where(key => !entries.ContainsKey(key)));
            Source.Note(entry.Line, entry.Key,
                $"没有“{entry.Key}”这个键，" + (near is null ? $"可用的键：{string.Join('、', asked)}" : $"是不是“{near}”？"),
                $"there is no key '{entry.Key}'; " + (near is null ? $"known keys: {string.Join(", ", asked)}" : $"did you mean '{near}'?"));
        }
    }

    T Of<T>(WrittenMap child, string path, Func<Fields, T> read)
    {
        var fields = new Fields(child, path, Source);
        var result = read(fields);
        fields.NothingElse();
        return result;
    }

    T? Read<T>(string key, Func<string, T?> parse, string expected, string expectedEn)
    {
        if (!Has(key)) return default;
        if (entries[key].Value is WrittenText { Text: { } text } && parse(text.Trim()) is { } value) return value;
        Wrong(key, expected, expectedEn);
        return default;
    }

    public string? OneOfOrNull(string key, IReadOnlyList<string> words)
    {
        if (TextOrNull(key) is not { } word || words.Contains(word)) return TextOrNull(key);
        var near = Spelling.Nearest(word, words);
        Source.Note(entries[key].Line, key,
            $"“{word}”不可用，" + (near is null ? $"应为以下之一：{string.Join('、', words)}" : $"是不是“{near}”？"),
            $"'{word}' cannot stand here; " + (near is null ? $"it must be one of: {string.Join(", ", words)}" : $"did you mean '{near}'?"));
        return null;
    }

    List<T> Items<T>(string key, string expected, string expectedEn, Func<WrittenNode, string, T?> read)
    {
        if (!Has(key)) return [];
        if (entries[key].Value is not WrittenList list) { Wrong(key, expected, expectedEn); return []; }
        var items = new List<T>();
        foreach (var (index, item) in list.Items.Index())
        {
            Source.Place($"{PlaceOf(key)}[{index}]", item.Line);
            if (read(item, $"{PlaceOf(key)}[{index}]") is { } value) items.Add(value);
            else Source.Note(item.Line, key, $"应为{expected}", $"must be {expectedEn}");
        }
        return items;
    }

    T? Required<T>(string key, T? value)
    {
        if (!Has(key)) Source.Note(map.Line, key, $"缺少“{key}”，请补上", $"'{key}' is missing; add it");
        return value;
    }

    void Wrong(string key, string expected, string expectedEn)
    {
        var (found, foundEn) = entries[key].Value switch
        {
            WrittenText text => ($"“{text.Text}”", $"'{text.Text}'"),
            WrittenList => ("一个列表", "a list"),
            _ => ("一组键", "a map"),
        };
        Source.Note(entries[key].Line, key, $"应为{expected}，现为{found}", $"must be {expectedEn}, is {foundEn}");
    }

    string PlaceOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
    static int? WholeOf(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
