using System.Globalization;
using System.Text;
using Ascs.Contracts;
using Ascs.Evidence.Bundles;
using Ascs.Evidence.Leaves;
using Ascs.Gm;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Services;

namespace Ascs.TrustedParty.Evidence;

/// <summary>The texts behind the hashes of a bundle: the consent's words, the policy, the templates. Only those that have exactly the hash are put in.</summary>
internal static class BundleTexts
{
    public static IReadOnlyList<BundleContent> Of(IReadOnlyList<BundleEntry> entries, ConsentDocument? consent, EnterpriseId enterprise, IServiceCatalogue catalogue)
    {
        var contents = new List<BundleContent>();
        foreach (var entry in entries)
        {
            Add(contents, entry, LeafField.TextHash, consent?.Text);
            Add(contents, entry, LeafField.PolicyHash, consent?.Policy);
            Add(contents, entry, LeafField.TemplateHash, TemplateOf(entry, enterprise, catalogue)?.Body);
        }

        return contents;
    }

    private static void Add(List<BundleContent> contents, BundleEntry entry, LeafField field, string? text)
    {
        if (text is not null && entry.ValueOf(field) is { } hash && hash == Convert.ToBase64String(Sm3.Hash(Encoding.UTF8.GetBytes(text))))
            contents.Add(new BundleContent(entry.Index, field, text));
    }

    private static MessageTemplate? TemplateOf(BundleEntry entry, EnterpriseId enterprise, IServiceCatalogue catalogue) =>
        entry.ValueOf(LeafField.Template)?.Split('@') is [var name, var number] && TemplateId.TryParse(name, out var id)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? catalogue.Template(enterprise, id, version)
            : null;
}
