namespace Reporting.Portal;

/// <summary>The machine or the set-up stands in the way (locked store, full disk, bad definition): exit code 1.</summary>
public sealed class FailureException(string zh, string en, Exception? cause = null) : Exception(en, cause)
{
    readonly string zh = zh;

    public string In(string lang) => lang == "en" ? Message : zh;
}
