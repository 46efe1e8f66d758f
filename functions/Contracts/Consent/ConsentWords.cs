using System.Globalization;

namespace Ascs.Contracts;

/// <summary>Words that pages and the consent text share.</summary>
public static class ConsentWords
{
    /// <summary>A channel.</summary>
    public static string Channel(Channel channel, Language language) => (channel, language) switch
    {
        (Contracts.Channel.Sms, Language.En) => "SMS",
        (Contracts.Channel.Sms, _) => "短信",
        (_, Language.En) => "voice call",
        _ => "语音电话",
    };

    /// <summary>An identifier.</summary>
    public static string Identifier(IdentifierType type, Language language) => (type, language) switch
    {
        (IdentifierType.ZhuoxinId, Language.En) => "Zhuoxin ID",
        (IdentifierType.ZhuoxinId, _) => "卓信ID",
        (IdentifierType.CarrierToken, Language.En) => "operator gateway token",
        (IdentifierType.CarrierToken, _) => "运营商网关标识",
        _ => type.ToString().ToUpperInvariant(),
    };

    /// <summary>`09:00–20:00`.</summary>
    public static string Hours(Promise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return $"{Clock(promise.FromMinute)}–{Clock(promise.ToMinute)}";
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
