using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Accounts;

/// <summary>The web framework's keys lie in operations.sqlite: one folder is still all there is to back up, and a restart signs nobody out.</summary>
public sealed class WebKeys(OperationsStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.WebKeys().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => store.KeepWebKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
