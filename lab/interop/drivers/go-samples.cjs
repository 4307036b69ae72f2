// Writes a Go test that lets the models of a generated client read documented samples: node go-samples.cjs SAMPLES FOLDER.
const { copyFileSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , samples, folder] = process.argv;
const operations = [...new Set(JSON.parse(readFileSync(samples, 'utf8')).map(({ operation }) => operation))];
const models = operations.map((operation) => {
  const model = `${operation[0].toUpperCase()}${operation.slice(1)}200Response`;
  return `"${operation}": func() any { return &${model}{} },`;
});

copyFileSync(samples, join(folder, 'samples.json'));
writeFileSync(
  join(folder, 'samples_test.go'),
  `package dingtalk

import (
  "encoding/json"
  "fmt"
  "os"
  "testing"
)

type sample struct {
  Operation, Name string
  Value json.RawMessage
}

func isRead(s sample, model any) bool {
  if json.Unmarshal(s.Value, model) != nil {
    return false
  }
  text, _ := json.Marshal(model)
  var given, read map[string]any
  json.Unmarshal(s.Value, &given)
  json.Unmarshal(text, &read)
  for name := range given {
    if _, kept := read[name]; !kept {
      return false
    }
  }
  return true
}

func Test_samples(t *testing.T) {
  models := map[string]func() any{${models.join('\n')}}
  text, _ := os.ReadFile("samples.json")
  var samples []sample
  json.Unmarshal(text, &samples)
  right := 0
  for _, s := range samples {
    if isRead(s, models[s.Operation]()) {
      right++
    } else {
      fmt.Println(s.Operation, s.Name)
    }
  }
  fmt.Printf("%d of %d samples read right\\n", right, len(samples))
}
`,
);
