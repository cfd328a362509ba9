namespace Reporting.Portal;

/// <summary>The program was asked for something it cannot understand: exit code 2. The sentence says what to do instead.</summary>
public sealed class MisuseException(string zh, string en) : Exception(en)
{
    readonly string zh = zh;

    public string In(string lang) => lang == "en" ? Message : zh;
}
