using System.Text;

namespace Ascs.Contracts;

/// <summary>Associated data of a recipient's variables: they decrypt only for this enterprise, template and key.</summary>
public static class ContentBinding
{
    /// <summary>UTF-8 of `ascs-content-1|enterprise|template|version|key id`.</summary>
    public static byte[] For(EnterpriseId enterprise, TemplateId template, int version, string contentKeyId) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ascs-content-1|{enterprise}|{template}|{version}|{contentKeyId}"));
}
