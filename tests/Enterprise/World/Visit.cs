using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Enterprise.Tests.World;

/// <summary>A person's browser without script: cookies, forms, 303s. Cookies stay at home when another site posts.</summary>
internal sealed class Visit(EnterpriseWorld world, string language) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = world.Address };

    public Dictionary<string, string> Cookies { get; } = new() { ["lang"] = language };

    public Dictionary<string, string> Headers { get; } = [];

    public List<string> Addresses { get; } = [];

    public List<string> Pages { get; } = [];

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    public Dictionary<string, string> Answered { get; private set; } = [];

    public string Text => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Page.Replace("<wbr>", "", StringComparison.Ordinal), "<[^>]+>", " "), "\\s+", " "));

    public Task OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cookies: true);

    /// <summary>Sends the form that goes to an action, with its hidden fields and these.</summary>
    public Task SubmitAsync(string action, params (string Name, string Value)[] fields) => PostAsync(action, [.. Hidden(action), .. fields]);

    public Task PostAsync(string path, IEnumerable<(string Name, string Value)> fields, string? origin = "https://hongyan.example", bool cookies = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return SendAsync(request, cookies);
    }

    /// <summary>From the app to the prompt.</summary>
    public async Task StartAsync(ServiceId? service = null, int phone = 0)
    {
        await OpenAsync("/");
        await SubmitAsync("/start", ("service", (service ?? Samples.Parcels).ToString()), ("phone", phone.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>From the app to the check page; what its form carries to the trusted party.</summary>
    public async Task<Confirmation> PrepareAsync(ServiceId? service = null, params (string Name, string Value)[] choices)
    {
        await StartAsync(service);
        await SubmitAsync("/consent", [("decision", "agree"), .. choices.Length > 0 ? choices : [("channel", "SMS"), ("term", "30")]]);
        return Carried();
    }

    /// <summary>The form's content, as the trusted party reads it.</summary>
    public Confirmation Carried()
    {
        var document = JsonSerializer.Deserialize<SignedDocument>(Base64Url.DecodeFromChars(Hidden("https://third.example/confirm").Single(f => f.Name == "confirmation").Value), WireOptions.Strict)!;
        return JsonSerializer.Deserialize<Confirmation>(Base64Url.DecodeFromChars(document.Content), WireOptions.Strict)!;
    }

    /// <summary>The trusted party's form posts back: its origin, no cookies of ours.</summary>
    public Task ReturnAsync(string result, string? origin = "https://third.example") => PostAsync("/consent/return", [("result", result)], origin, cookies: false);

    /// <summary>The whole way.</summary>
    public async Task<Confirmation> ConsentAsync(ServiceId? service = null)
    {
        var asked = await PrepareAsync(service);
        await ReturnAsync(world.ThirdParty.Result(asked));
        return asked;
    }

    public IReadOnlyList<(string Name, string Value)> Hidden(string action)
    {
        var form = Regex.Matches(Page, "<form[^>]*action=\"([^\"]*)\".*?</form>", RegexOptions.Singleline).First(m => m.Groups[1].Value == action).Value;
        return [.. Regex.Matches(form, "type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))];
    }

    public void Dispose() => http.Dispose();

    private async Task SendAsync(HttpRequestMessage request, bool cookies)
    {
        if (cookies)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        else
            request.Headers.Add("Cookie", $"lang={language}");
        foreach (var (name, value) in Headers)
            request.Headers.Add(name, value);
        Addresses.Add(request.RequestUri!.ToString());
        using var answer = await http.SendAsync(request);
        await TakeAsync(answer);
        if (answer.StatusCode == HttpStatusCode.SeeOther)
            await OpenAsync(answer.Headers.Location!.ToString());
    }

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        Answered = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        Page = await answer.Content.ReadAsStringAsync();
        Pages.Add(Page + string.Join('\n', Answered));
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Cookies[cookie.Split('=')[0]] = cookie.Split('=', 2)[1].Split(';')[0];
    }
}
