import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import com.dingtalk.api.DefaultDingTalkClient;
import com.github.tingyugetc520.ali.dingtalk.api.impl.DtServiceImpl;
import com.github.tingyugetc520.ali.dingtalk.config.impl.DtDefaultConfigImpl;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.taobao.api.BaseTaobaoRequest;
import com.taobao.api.TaobaoResponse;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TimeZone;

/** Calls what a Java SDK has of the endpoints that it is given, and writes what it read: java Sdks.java CALLS RESULTS top|v1|dt-java. */
class Sdks {
  private static final Gson gson =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .registerTypeAdapter(Date.class, (JsonSerializer<Date>) (date, type, context) -> new JsonPrimitive(inGmt8(date)))
          .registerTypeAdapter(Date.class, (JsonDeserializer<Date>) (text, type, context) -> ofGmt8(text.getAsString()))
          .create();

  // Of com.aliyun:dingtalk: the product and the action of a path.
  private static final Map<String, List<String>> actions =
      Map.of(
          "/v1.0/oauth2/accessToken", List.of("oauth2", "GetAccessToken"),
          "/v1.0/hrm/employees/dismissions", List.of("hrm", "QueryDismissionStaffIdList"),
          "/v1.0/blackboard/get_blackboard", List.of("blackboard", "GetBlackboard"));

  private static JsonObject given;

  public static void main(String[] args) throws Exception {
    given = new JsonParser().parse(Files.readString(Path.of(args[0]))).getAsJsonObject();
    for (JsonElement each : given.getAsJsonArray("calls")) {
      JsonObject call = each.getAsJsonObject();
      JsonObject result = new JsonObject();
      result.add("id", call.get("id"));
      try {
        JsonElement read = read(args[2], call);
        if (read == null) result.addProperty("absent", true);
        else result.add("read", read);
      } catch (Throwable error) {
        Throwable cause = error instanceof InvocationTargetException ? error.getCause() : error;
        result.addProperty("error", String.valueOf(cause));
      }
      String line = new Gson().toJson(result) + "\n";
      Files.writeString(Path.of(args[1]), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    System.exit(0);
  }

  private static JsonElement read(String sdk, JsonObject call) throws Exception {
    if (sdk.equals("top")) return readByTop(call);
    return sdk.equals("v1") ? readByV1(call) : readByDtJava(call);
  }

  private static JsonElement readByTop(JsonObject call) throws Exception {
    String path = text(call, "path");
    if (path.startsWith("/v1.0/")) return null;
    StringBuilder name = new StringBuilder("com.dingtalk.api.request.Oapi");
    for (String part : path.replaceFirst("^/(topapi/)?", "").split("/")) name.append(capital(part));
    Class<?> type;
    try {
      type = Class.forName(name + "Request");
    } catch (ClassNotFoundException none) {
      return null;
    }
    @SuppressWarnings("unchecked")
    BaseTaobaoRequest<TaobaoResponse> request = (BaseTaobaoRequest<TaobaoResponse>) type.getConstructor().newInstance();
    type.getMethod("setHttpMethod", String.class).invoke(request, text(call, "method"));
    for (Map.Entry<String, JsonElement> member : call.getAsJsonObject("request").entrySet()) set(request, member);
    DefaultDingTalkClient client = new DefaultDingTalkClient(text(given, "url") + path);
    String token = path.equals("/gettoken") ? null : text(given, "token");
    JsonObject read = gson.toJsonTree(client.execute(request, token)).getAsJsonObject();
    for (String own : List.of("body", "params", "header_content", "request_url")) read.remove(own);
    return read;
  }

  // A member that holds an object has two setters; the one of the object is taken, not the one of its text.
  private static void set(Object request, Map.Entry<String, JsonElement> member) throws Exception {
    StringBuilder name = new StringBuilder("set");
    for (String part : member.getKey().split("_")) name.append(capital(part));
    JsonElement value = member.getValue();
    Method setter = null;
    for (Method each : request.getClass().getMethods()) {
      if (!each.getName().equals(name.toString())) continue;
      if (setter == null || each.getParameterTypes()[0] != String.class) setter = each;
    }
    if (setter == null) throw new NoSuchMethodException("no setter for " + member.getKey());
    setter.invoke(request, (Object) gson.fromJson(value, setter.getGenericParameterTypes()[0]));
  }

  private static JsonElement readByV1(JsonObject call) throws Exception {
    List<String> action = actions.get(text(call, "path"));
    if (action == null || !hasPath(action.get(0), text(call, "path"))) return null;
    String in = "com.aliyun.dingtalk" + action.get(0) + "_1_0.";
    String models = in + "models." + action.get(1);
    Config config = new Config().setProtocol("http").setEndpoint(text(given, "url").replace("http://", ""));
    Object client = Class.forName(in + "Client").getConstructor(Config.class).newInstance(config);
    Object request = new Gson().fromJson(call.get("request"), Class.forName(models + "Request"));
    RuntimeOptions runtime = new RuntimeOptions().setAutoretry(false).setConnectTimeout(5000).setReadTimeout(5000);
    for (Method method : client.getClass().getMethods()) {
      if (!method.getName().equals(lower(action.get(1)) + "WithOptions")) continue;
      Object answer = method.invoke(client, request, headers(method.getParameterTypes()[1]), runtime);
      return new Gson().toJsonTree(((TeaModel) answer.getClass().getMethod("getBody").invoke(answer)).toMap());
    }
    return null;
  }

  private static Object headers(Class<?> type) throws Exception {
    if (Map.class.isAssignableFrom(type)) return Map.of();
    Object headers = type.getConstructor().newInstance();
    type.getField("xAcsDingtalkAccessToken").set(headers, text(given, "token"));
    return headers;
  }

  private static boolean hasPath(String product, String path) throws Exception {
    try (InputStream code = Sdks.class.getResourceAsStream("/com/aliyun/dingtalk" + product + "_1_0/Client.class")) {
      return code != null && new String(code.readAllBytes(), StandardCharsets.ISO_8859_1).contains(path);
    }
  }

  // It has a method of its own for the token; everything else goes through its `get` and `post` for any path, which return a text.
  private static JsonElement readByDtJava(JsonObject call) throws Exception {
    String path = text(call, "path");
    if (path.startsWith("/v1.0/")) return null;
    DtDefaultConfigImpl config = new DtDefaultConfigImpl();
    config.setBaseApiUrl(text(given, "url"));
    config.setAppKey(text(given, "key"));
    config.setAppSecret(text(given, "secret"));
    DtServiceImpl service = new DtServiceImpl();
    service.setDtConfigStorage(config);
    if (path.equals("/gettoken")) {
      service.getAccessToken(true);
      JsonObject read = new JsonObject();
      read.addProperty("access_token", config.getAccessToken());
      // It keeps when the token ends instead.
      if (config.getExpiresTime() > System.currentTimeMillis()) read.addProperty("expires_in", 7200);
      return read;
    }
    String text =
        text(call, "method").equals("GET")
            ? service.get(config.getApiUrl(path), query(call.getAsJsonObject("request")))
            : service.post(config.getApiUrl(path), new Gson().toJson(call.get("request")));
    return new JsonParser().parse(text);
  }

  private static String query(JsonObject request) {
    StringJoiner query = new StringJoiner("&");
    for (Map.Entry<String, JsonElement> member : request.entrySet()) {
      query.add(member.getKey() + "=" + member.getValue().getAsString());
    }
    return query.toString();
  }

  private static String inGmt8(Date date) {
    return gmt8().format(date);
  }

  private static Date ofGmt8(String text) {
    try {
      return gmt8().parse(text);
    } catch (ParseException wrong) {
      throw new JsonParseException(wrong);
    }
  }

  private static SimpleDateFormat gmt8() {
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd HH:mm:ss");
    format.setTimeZone(TimeZone.getTimeZone("GMT+8"));
    return format;
  }

  private static String text(JsonObject from, String member) {
    return from.get(member).getAsString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase() + word.substring(1);
  }

  private static String lower(String word) {
    return word.substring(0, 1).toLowerCase() + word.substring(1);
  }
}
