namespace Reporting.Portal;

/// <summary>How the way to the mail server is kept secret: starttls begins in the clear and turns to TLS before anything is told; none on this machine only.</summary>
public enum MailSecurity { starttls, none }

/// <summary>Somebody who is written to.</summary>
/// <param name="Mail">In small letters.</param>
/// <param name="Roles">As <c>role:</c> in jobs.json names them: leader, reviewer, signer, assessor, operations …</param>
/// <param name="District">Code; null: whatever the district.</param>
/// <param name="Unit">Code of the unit for which the person reports; null: for none.</param>
public sealed record Person(string Name, string Mail, IReadOnlyList<string> Roles, string? District, string? Unit);

/// <summary>The one place that knows who is who: those of mail.json, and those of the accounts before them.</summary>
public sealed record People(IReadOnlyList<Person> All)
{
    /// <summary>Those of a role who are there for a district; all of the role where no district is meant.</summary>
    public IEnumerable<Person> Of(string role, string? district) =>
        All.Where(person => person.Roles.Contains(role) && (district is null || person.District is null || person.District == district));

    /// <summary>These people, but for whom another source knows better: by the same address it wins.</summary>
    /// <param name="addresses">All that it knows, also those to which it gives nothing.</param>
    public People Under(People better, IReadOnlySet<string> addresses) => new([.. better.All, .. All.Where(person => !addresses.Contains(person.Mail))]);

    /// <summary>Those who report for a unit.</summary>
    public IEnumerable<Person> OfUnit(string unit) => All.Where(person => person.Unit == unit);
}

/// <summary>Where mail is handed over.</summary>
/// <param name="PasswordFile">Its first line is the password of <paramref name="User"/>; null: nobody logs in.</param>
public sealed record MailHost(string Host, int Port, MailSecurity Security, string From, string FromName, string? User, string? PasswordFile)
{
    /// <summary>All of one mail: after it the server counts as silent.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>data/mail.json.</summary>
/// <param name="Host">Null: no mail server is set, and nothing is sent.</param>
/// <param name="AttachmentBytes">A larger workbook is not attached; the mail says where it lies.</param>
/// <param name="BaseUrl">Begins the address of an edition, and ends in /; null: its path is told.</param>
public sealed record MailSettings(MailHost? Host, People People, long AttachmentBytes, string? BaseUrl)
{
    /// <summary>Seven megabytes are under ten in a mail, which is what servers take as they come.</summary>
    public const long UsualAttachmentBytes = 7_000_000;

    public static MailSettings None { get; } = new(null, new([]), UsualAttachmentBytes, null);
}
