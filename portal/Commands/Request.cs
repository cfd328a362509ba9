namespace Reporting.Portal.Commands;

/// <summary>One file that the client read for the verb.</summary>
/// <param name="Parameter">The parameter it was named by: FILE.</param>
/// <param name="Name">The file's own name, without folders.</param>
public sealed record RequestFile(string Parameter, string Name, byte[] Bytes);

/// <summary>A verb as it was asked for, whole: the same whether it is answered in this process or in the serving one.</summary>
/// <param name="Values">By parameter name; a given flag has an empty list.</param>
/// <param name="By">The login that asks; the system user unless told.</param>
public sealed record Request(
    string Verb, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<RequestFile> Files, string By, string? Reason,
    string Lang, bool Json)
{
    /// <summary>Cancelled where whoever asked is no longer there; never in the asking process itself.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public CancellationToken Gone { get; init; }

    /// <summary>The address of the browser or program that asked; null: somebody on the machine itself. Set by the web alone.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? FromAddress { get; init; }

    /// <summary>The value, or null where it was not given.</summary>
    public string? this[string name] => All(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> All(string name) => Values.TryGetValue(name, out var given) ? given : [];

    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>The sentence in the language that was asked for.</summary>
    public string Say(string zh, string en) => Lang == "en" ? en : zh;
}
